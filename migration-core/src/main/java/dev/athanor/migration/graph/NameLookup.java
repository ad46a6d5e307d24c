package dev.athanor.migration.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the revision that a name means: by full id or branch label, or else by prefix. */
record NameLookup(RevisionGraph graph, Refusals refusals) {

    /** Limits prefix matching: as in Alembic, shorter ids and labels are found by their full text only. */
    private static final int SHORTEST_FOR_PREFIX = 4;

    RevisionId named(String name) {
        return exact(name).orElseGet(() -> beginning(name, revision -> true));
    }

    /** Finds a revision on the line of a branch; a prefix is matched against that line only. */
    RevisionId named(String name, String branch) {
        Set<RevisionId> line = line(branch);
        RevisionId revision = exact(name).orElseGet(() -> beginning(name, line::contains));
        if (!line.contains(revision)) {
            throw refusals.notInBranch(revision, branch);
        }
        return revision;
    }

    /** Finds the revision that the text before the {@code @} means. */
    RevisionId branch(String branch) {
        return exact(branch).orElseGet(() -> {
            if (candidates(branch, revision -> true).isEmpty()) {
                throw refusals.noSuchBranch(branch, graph.branchLabels());
            }
            return beginning(branch, revision -> true);
        });
    }

    /** Returns every revision above and below the branch along down revisions. */
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
