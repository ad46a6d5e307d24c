package dev.athanor.migration.runner;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.sql.Literal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
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

    private static final String SCHEMA = "schema";

    /** A head, the schema, or a row of the history; what kind it is, or its direction. */
    private record Row(
            String kind,
            @Nullable String name,
            @Nullable String checksum,
            @Nullable String outcome,
            long number) {

        boolean tellsChecksum() {
            return checksum != null
                    && HistoryRow.SUCCESS.equals(outcome)
                    && !Direction.DOWNGRADE.word().equals(kind);
        }
    }

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

    /** What asks for all of it where both tables exist: as plain as can be, since it is asked at every start. */
    String sql() {
        return schema() + " UNION ALL " + heads() + " UNION ALL " + checksums();
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
        return new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5));
    }

    private DatabaseState state(List<Row> rows, boolean version, boolean history) {
        List<RevisionId> heads = new ArrayList<>();
        List<Row> checksums = new ArrayList<>();
        String schema = null;
        for (Row row : rows) {
            if (row.kind().equals(HEAD)) {
                heads.add(id(row.name()));
            } else if (row.kind().equals(SCHEMA)) {
                schema = row.name();
            } else if (row.tellsChecksum()) {
                checksums.add(row);
            }
        }
        return new DatabaseState(Heads.of(heads), version, history, schema, latest(checksums), null);
    }

    private Map<RevisionId, String> latest(List<Row> rows) {
        Map<RevisionId, String> checksums = new HashMap<>();
        rows.stream()
                .sorted(Comparator.comparingLong(Row::number))
                .forEach(row -> checksums.put(id(row.name()), String.valueOf(row.checksum())));
        return checksums;
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

    private static String schema() {
        return "SELECT '" + SCHEMA + "', current_schema()::text, NULL, NULL, NULL::bigint";
    }

    private String heads() {
        return "SELECT '" + HEAD + "', version_num::text, NULL, NULL, NULL::bigint FROM " + names.version();
    }

    private String checksums() {
        return "SELECT direction, revision, checksum, outcome, id FROM " + names.history();
    }
}
