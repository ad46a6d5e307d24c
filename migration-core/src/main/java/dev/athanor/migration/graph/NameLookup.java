package dev.athanor.migration.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Names to revisions: full ids and branch labels, else what begins so. */
record NameLookup(RevisionGraph graph, Refusals refusals) {

    /** Ids and labels shorter than this are found in full only, as in Alembic. */
    private static final int SHORTEST_FOR_PREFIX = 4;

    RevisionId named(String name) {
        return exact(name).orElseGet(() -> beginning(name, revision -> true));
    }

    /** On the line of a branch: what begins so is looked for there only. */
    RevisionId named(String name, String branch) {
        Set<RevisionId> line = line(branch);
        RevisionId revision = exact(name).orElseGet(() -> beginning(name, line::contains));
        if (!line.contains(revision)) {
            throw refusals.notInBranch(revision, branch);
        }
        return revision;
    }

    /** What stands before the {@code @}. */
    RevisionId branch(String branch) {
        return exact(branch).orElseGet(() -> {
            if (candidates(branch, revision -> true).isEmpty()) {
                throw refusals.noSuchBranch(branch, graph.branchLabels());
            }
            return beginning(branch, revision -> true);
        });
    }

    /** Everything above and below the branch by down revisions. */
    Set<RevisionId> line(String branch) {
        return line(branch, EdgeKind.DOWN_REVISIONS);
    }

    Set<RevisionId> line(String branch, EdgeKind edgeKind) {
        List<RevisionId> start = List.of(branch(branch));
        Set<RevisionId> line = new HashSet<>(graph.ancestorsAndSelf(start, edgeKind));
        line.addAll(graph.descendantsAndSelf(start, edgeKind));
        return line;
    }

    private Optional<RevisionId> exact(String name) {
        return graph.labelled(name).or(() -> Optional.of(name)
                .filter(text -> IdentifierRules.fault(text) == null)
                .map(RevisionId::new)
                .filter(graph::contains));
    }

    private RevisionId beginning(String name, Predicate<RevisionId> on) {
        List<String> candidates = candidates(name, on);
        if (candidates.isEmpty()) {
            throw refusals.noSuchRevision(name);
        }
        if (candidates.size() > 1) {
            throw refusals.ambiguousPrefix(name, candidates);
        }
        return exact(candidates.get(0)).orElseThrow();
    }

    private List<String> candidates(String name, Predicate<RevisionId> on) {
        Stream<String> ids =
                graph.revisions().stream().map(revision -> revision.id().value());
        return Stream.concat(ids, graph.branchLabels().stream())
                .filter(key -> key.length() >= SHORTEST_FOR_PREFIX && key.startsWith(name))
                .filter(key -> on.test(exact(key).orElseThrow()))
                .toList();
    }
}
