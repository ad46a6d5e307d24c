package dev.athanor.migration;

import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.InvalidGraphException;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.runner.HistoryEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** How a database stands to the revisions of this build. */
sealed interface Standing {

    /** Every row of the version table is a revision of this build. */
    record Known() implements Standing {}

    /**
     * A newer release has upgraded the database: what it applied descends from everything that this build has.
     *
     * @param unknown the rows that this build does not know
     * @param extended the revisions of this build and those that the history adds
     */
    record Ahead(List<RevisionId> unknown, RevisionGraph extended) implements Standing {}

    /**
     * The database holds something that this build cannot place.
     *
     * @param unknown the rows that this build does not know
     */
    record Diverged(List<RevisionId> unknown) implements Standing {}

    /**
     * Compares the version table's rows with the graph; the history is asked only where a row is unknown.
     */
    static Standing of(RevisionGraph graph, Heads heads, Supplier<List<HistoryEntry>> history) {
        List<RevisionId> unknown =
                heads.ids().stream().filter(id -> !graph.contains(id)).toList();
        if (unknown.isEmpty()) {
            return new Known();
        }
        try {
            RevisionGraph extended = extend(graph, history.get());
            if (unknown.stream().allMatch(extended::contains)
                    && extended.applied(heads).containsAll(Set.copyOf(graph.realHeads()))) {
                return new Ahead(unknown, extended);
            }
        } catch (InvalidGraphException e) {
            // the history has a gap: it proves nothing
            return new Diverged(unknown);
        }
        return new Diverged(unknown);
    }

    private static RevisionGraph extend(RevisionGraph graph, List<HistoryEntry> history) {
        Map<RevisionId, Revision> revisions = new LinkedHashMap<>();
        graph.revisions().forEach(revision -> revisions.put(revision.id(), revision));
        for (HistoryEntry entry : history) {
            if (entry.succeeded() && !graph.contains(entry.revision())) {
                revisions.put(
                        entry.revision(),
                        new Revision(entry.revision(), entry.downRevisions(), entry.dependsOn(), List.of()));
            }
        }
        return RevisionGraph.of(List.copyOf(revisions.values()));
    }
}
