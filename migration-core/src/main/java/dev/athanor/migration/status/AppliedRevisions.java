package dev.athanor.migration.status;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.history.HistoryEntry;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.status.MigrationStatus.AppliedRevision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lists the applied revisions, with their details from the history.
 *
 * @since 0.1.0
 */
public final class AppliedRevisions {

    private AppliedRevisions() {}

    /** Returns the revisions that are applied according to the rows that this build knows. */
    static List<AppliedRevision> of(ScriptDirectory directory, CurrentHeads heads, List<HistoryEntry> history) {
        List<RevisionId> known = heads.ids().stream()
                .filter(id -> directory.graph().contains(id))
                .toList();
        return of(directory, directory.graph(), CurrentHeads.of(known), history);
    }

    /**
     * Returns the applied revisions for rows that are all in the graph.
     *
     * @param graph the graph of the directory, or one that is extended from the history
     */
    public static List<AppliedRevision> of(
            ScriptDirectory directory, RevisionGraph graph, CurrentHeads heads, List<HistoryEntry> history) {
        Set<RevisionId> applied = graph.applied(heads);
        Map<RevisionId, HistoryEntry> recorded = recorded(history, applied);
        List<AppliedRevision> result = new ArrayList<>();
        graph.order(applied).stream()
                .filter(id -> !recorded.containsKey(id))
                .forEach(id -> result.add(unrecorded(directory, graph, id)));
        recorded.values().forEach(entry -> result.add(recorded(directory, entry)));
        return List.copyOf(result);
    }

    private static Map<RevisionId, HistoryEntry> recorded(List<HistoryEntry> history, Set<RevisionId> applied) {
        Map<RevisionId, HistoryEntry> latest = new LinkedHashMap<>();
        for (HistoryEntry entry : history) {
            if (applied.contains(entry.revision()) && entry.succeeded()) {
                record(latest, entry);
            }
        }
        return latest;
    }

    /** Records the latest entry of a revision. A stamp does not replace the entry of an earlier upgrade. */
    private static void record(Map<RevisionId, HistoryEntry> latest, HistoryEntry entry) {
        if (entry.direction() == Direction.UPGRADE || entry.direction() == Direction.DOWNGRADE) {
            latest.remove(entry.revision());
        }
        if (entry.direction() == Direction.UPGRADE) {
            latest.put(entry.revision(), entry);
        } else if (entry.direction() == Direction.STAMP) {
            latest.putIfAbsent(entry.revision(), entry);
        }
    }

    private static AppliedRevision recorded(ScriptDirectory directory, HistoryEntry entry) {
        return new AppliedRevision(
                entry.revision(),
                entry.message().lines().findFirst().orElse(""),
                entry.downRevisions(),
                directory.graph().contains(entry.revision()),
                entry.startedAt(),
                entry.duration(),
                entry.databaseUser(),
                entry.host(),
                entry.direction());
    }

    private static AppliedRevision unrecorded(ScriptDirectory directory, RevisionGraph graph, RevisionId id) {
        Optional<RevisionScript> script = directory.find(id);
        List<RevisionId> revises = graph.find(id).map(Revision::downRevisions).orElse(List.of());
        String message = script.map(RevisionScript::subject).orElse("");
        return new AppliedRevision(id, message, revises, script.isPresent(), null, null, null, null, null);
    }
}
