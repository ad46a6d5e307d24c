package dev.athanor.migration.history;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.session.Repertoire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Maps rows of the history table to values. */
final class HistoryRows {

    private static final String COLUMNS =
            "id, run_id, direction, revision, down_revisions, depends_on, message, script,"
                    + " checksum, started_at, duration_ms, outcome, statements_done, error, note, database_user, host,"
                    + " application_version";

    private HistoryRows() {}

    /**
     * Returns what asks for all rows, oldest first.
     *
     * <p>A history of an earlier version has no column {@code note}: the name means the one of the outer query then.
     */
    static String select(String history) {
        return "SELECT recorded.* FROM (SELECT NULL::text AS note) AS missing CROSS JOIN LATERAL (SELECT " + COLUMNS
                + " FROM " + history + ") AS recorded ORDER BY id";
    }

    static List<HistoryEntry> all(ResultSet rows) throws SQLException {
        List<HistoryEntry> entries = new ArrayList<>();
        while (rows.next()) {
            entries.add(map(rows, entries.size()));
        }
        return entries;
    }

    static HistoryEntry map(ResultSet row, int number) throws SQLException {
        return new HistoryEntry(
                row.getLong("id"),
                row.getObject("run_id", UUID.class),
                Direction.of(row.getString("direction")),
                new RevisionId(row.getString("revision")),
                strings(row, "down_revisions").stream().map(RevisionId::new).toList(),
                restored(row, "depends_on"),
                Repertoire.restored(row.getString("message")),
                text(row, "script"),
                row.getString("checksum"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("duration_ms")),
                Outcome.of(row.getString("outcome")),
                row.getInt("statements_done"),
                text(row, "error"),
                text(row, "note"),
                row.getString("database_user"),
                text(row, "host"),
                text(row, "application_version"));
    }

    /** Returns a text as it was before it was stored; null stays null. */
    static @Nullable String text(ResultSet row, String column) throws SQLException {
        @Nullable String stored = row.getString(column);
        return stored == null ? null : Repertoire.restored(stored);
    }

    /** Returns texts as they were before they were stored. */
    static List<String> restored(ResultSet row, String column) throws SQLException {
        return strings(row, column).stream().map(Repertoire::restored).toList();
    }

    /** Returns the texts of an array. */
    static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
