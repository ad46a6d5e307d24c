package dev.athanor.migration.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers the questions about a graph directly from their definitions, slowly. */
public record NaiveGraph(List<Revision> revisions) {

    public Set<RevisionId> needs(RevisionId id, EdgeKind edgeKind) {
        Map<String, RevisionId> names = new HashMap<>();
        revisions.forEach(each -> {
            names.put(each.id().value(), each.id());
            each.branchLabels().forEach(label -> names.put(label, each.id()));
        });
        Revision revision = revisions.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        Stream<RevisionId> dependencies =
                edgeKind == EdgeKind.ALL ? revision.dependsOn().stream().map(names::get) : Stream.empty();
        return Stream.concat(revision.downRevisions().stream(), dependencies).collect(Collectors.toSet());
    }

    public Set<RevisionId> ancestorsAndSelf(Collection<RevisionId> ids, EdgeKind edgeKind) {
        Set<RevisionId> found = new HashSet<>(ids);
        ids.forEach(id -> found.addAll(ancestorsAndSelf(needs(id, edgeKind), edgeKind)));
        return found;
    }

    public Set<RevisionId> descendantsAndSelf(Collection<RevisionId> ids, EdgeKind edgeKind) {
        return all().stream()
                .filter(each ->
                        ancestorsAndSelf(Set.of(each), edgeKind).stream().anyMatch(ids::contains))
                .collect(Collectors.toSet());
    }

    public Set<RevisionId> children(RevisionId id, EdgeKind edgeKind) {
        return all().stream().filter(each -> needs(each, edgeKind).contains(id)).collect(Collectors.toSet());
    }

    public CurrentHeads headsOf(Collection<RevisionId> ids) {
        return CurrentHeads.of(ids.stream()
                .filter(id -> ids.stream()
                        .noneMatch(other -> !other.equals(id)
                                && ancestorsAndSelf(Set.of(other), EdgeKind.ALL).contains(id)))
                .toList());
    }

    public Set<RevisionId> all() {
        return revisions.stream().map(Revision::id).collect(Collectors.toSet());
    }
}
