package dev.athanor.migration.history;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds the state of the database as its own tables describe it.
 *
 * @param heads the version table's rows; none where there is no table yet
 * @param versionTable whether there is a version table
 * @param historyTable whether there is a history table
 * @param lacksText whether the history, made by an earlier release, has no column for the text of scripts
 * @param schema the connection's current schema, where both tables exist
 * @param checksums the checksum recorded last for each revision that the history knows
 * @param history every step that was ever recorded, oldest first; null where it was not asked for
 * @since 0.1.0
 */
public record DatabaseState(
        CurrentHeads heads,
        boolean versionTable,
        boolean historyTable,
        boolean lacksText,
        @Nullable String schema,
        Map<RevisionId, String> checksums,
        @Nullable List<HistoryEntry> history) {

    public DatabaseState {
        checksums = Map.copyOf(checksums);
        history = history == null ? null : List.copyOf(history);
    }

    DatabaseState with(List<HistoryEntry> all) {
        return new DatabaseState(heads, versionTable, historyTable, lacksText, schema, checksums, all);
    }
}
