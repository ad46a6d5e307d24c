package dev.athanor.migration.history;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds the state of the database as its own tables describe it.
 *
 * @param heads the rows of the version table, or none if the table does not exist yet
 * @param versionTable whether the version table exists
 * @param historyTable whether the history table exists
 * @param schema the connection's current schema; {@code null} unless both tables exist
 * @param checksums the latest recorded checksum of each revision in the history
 * @param history every recorded step, oldest first, or {@code null} if the history was not read
 * @since 0.1.0
 */
public record DatabaseState(
        CurrentHeads heads,
        boolean versionTable,
        boolean historyTable,
        @Nullable String schema,
        Map<RevisionId, String> checksums,
        @Nullable List<HistoryEntry> history) {

    public DatabaseState {
        checksums = Map.copyOf(checksums);
        history = history == null ? null : List.copyOf(history);
    }

    DatabaseState with(List<HistoryEntry> all) {
        return new DatabaseState(heads, versionTable, historyTable, schema, checksums, all);
    }
}
