package dev.athanor.migration.runner;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.sql.Literal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Reads the version table and the history (station 4): never locks, never writes, never creates.
 *
 * <p>One round trip where both tables exist.
 */
public final class StateReader {

    private static final String HEAD = "head";

    private record Row(
            String kind,
            @Nullable String revision,
            @Nullable String checksum) {}

    private final TableNames names;

    /** Reads the books of these tables. */
    public StateReader(Tables tables) {
        this.names = new TableNames(tables);
    }

    /** The heads, and the checksums of what is applied. */
    public DatabaseState read(Session session) {
        try {
            return state(rows(session, sql()), true, true);
        } catch (DataAccessException e) {
            if (!SqlErrors.undefinedTable(e)) {
                throw SqlErrors.reading(both(), e);
            }
        }
        try {
            return readWhatExists(session);
        } catch (DataAccessException e) {
            throw SqlErrors.reading(both(), e);
        }
    }

    /** What asks for all of it where both tables exist. */
    String sql() {
        return "SELECT 'schema', current_schema()::text, NULL::text UNION ALL " + heads() + " UNION ALL " + checksums();
    }

    /** The answer to that. */
    DatabaseState state(ResultSet answer) throws SQLException {
        List<Row> rows = new ArrayList<>();
        while (answer.next()) {
            rows.add(row(answer, rows.size()));
        }
        return state(rows, true, true);
    }

    /** Every step that was ever recorded, oldest first. */
    public List<HistoryEntry> history(Session session) {
        try {
            if (!exists(session, names.history())) {
                return List.of();
            }
            return session.query(historySql(), HistoryRows::map);
        } catch (DataAccessException e) {
            throw SqlErrors.reading(names.history(), e);
        }
    }

    /** What asks for that where there is a history. */
    String historySql() {
        return HistoryRows.SELECT + " FROM " + names.history() + " ORDER BY id";
    }

    /** The heads, the checksums of what is applied, and the history. */
    DatabaseState readWithHistory(Session session) {
        DatabaseState state = read(session);
        return state.with(state.historyTable() ? history(session) : List.of());
    }

    /** Every revision that was ever applied, stamped or repaired, in the order of that. */
    public List<RememberedRevision> remembered(Session session) {
        try {
            if (!exists(session, names.history())) {
                return List.of();
            }
            return session.query(RememberedRevision.select(names.history()), RememberedRevision::map);
        } catch (DataAccessException e) {
            throw SqlErrors.reading(names.history(), e);
        }
    }

    private DatabaseState readWhatExists(Session session) {
        boolean version = exists(session, names.version());
        boolean history = exists(session, names.history());
        List<Row> rows = new ArrayList<>();
        if (version) {
            rows.addAll(rows(session, heads()));
        }
        if (history) {
            rows.addAll(rows(session, checksums()));
        }
        return state(rows, version, history);
    }

    private static boolean exists(Session session, String qualifiedName) {
        return session.single("SELECT to_regclass(?)::text", qualifiedName) != null;
    }

    private static List<Row> rows(Session session, String sql) {
        return session.query(sql, StateReader::row);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString(1), row.getString(2), row.getString(3));
    }

    private DatabaseState state(List<Row> rows, boolean version, boolean history) {
        List<RevisionId> heads = new ArrayList<>();
        Map<RevisionId, String> checksums = new HashMap<>();
        String schema = null;
        for (Row row : rows) {
            if (row.checksum() != null) {
                checksums.put(id(row.revision()), row.checksum());
            } else if (row.kind().equals(HEAD)) {
                heads.add(id(row.revision()));
            } else {
                schema = row.revision();
            }
        }
        return new DatabaseState(Heads.of(heads), version, history, schema, checksums, null);
    }

    private String both() {
        return names.version() + ", " + names.history();
    }

    private RevisionId id(@Nullable String text) {
        if (text == null) {
            throw new DatabaseException(
                    "The version table " + names.version() + " holds a row without an id.",
                    "Delete it: `DELETE FROM " + names.version()
                            + " WHERE version_num IS NULL`. Then see with `migration"
                            + " current` whether the others are right.",
                    null);
        }
        try {
            return new RevisionId(text);
        } catch (MigrationException e) {
            throw new DatabaseException(
                    "The version table " + names.version() + " holds '" + text + "', which is no revision id: "
                            + e.problem(),
                    "Delete it: `DELETE FROM " + names.version() + " WHERE version_num = " + new Literal(text).quoted()
                            + "`. Then set the version table to what the schema really is: `migration stamp --purge"
                            + " <revision>`.",
                    e);
        }
    }

    private String heads() {
        return "SELECT '" + HEAD + "' AS kind, version_num::text AS revision, NULL::text AS checksum FROM "
                + names.version();
    }

    private String checksums() {
        return "SELECT 'checksum', revision, checksum FROM (SELECT DISTINCT ON (revision) revision, checksum FROM "
                + names.history() + " WHERE outcome = 'success' AND direction <> 'downgrade' AND checksum IS NOT NULL"
                + " ORDER BY revision, id DESC) AS latest";
    }
}
