package dev.athanor.migration.history;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.session.DatabaseException;
import dev.athanor.migration.session.Results;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.SqlErrors;
import dev.athanor.migration.sql.Literal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Reads the version table and the history. Reading never locks, writes or creates anything.
 *
 * <p>Reading takes one round trip if both tables exist.
 *
 * @since 0.1.0
 */
public final class StateReader {

    private static final String RECORDED = "direction, revision, checksum, outcome, id";

    /** Represents what a history row says about a script. */
    private record Recorded(RevisionId revision, String checksum, long number) {}

    private final TableNames names;

    /** Creates a reader of these tables. */
    public StateReader(Tables tables) {
        this.names = new TableNames(tables);
    }

    /** Returns the heads and the checksums of the applied revisions. */
    public DatabaseState read(Session session) {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute(sql());
            return state(statement);
        } catch (SQLException e) {
            if (!SqlErrors.undefinedTable(e)) {
                throw UnreadableTable.of(both(), e);
            }
        }
        return readWhatExists(session);
    }

    /** Returns the heads and the mark of the newest history row, or the complete state if the mark cannot be read. */
    public MarkedState readMarked(Session session) {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute(heads() + "; " + newest());
            CurrentHeads heads = heads(Results.current(statement));
            ResultSet newest = Results.next(statement);
            boolean any = newest.next();
            String schema = any ? newest.getString(1) : null;
            String mark = any ? newest.getString(2) : null;
            return new MarkedState(
                    new DatabaseState(heads, true, true, false, schema, Map.of(), null), false, true, mark);
        } catch (SQLException e) {
            if (SqlErrors.undefinedTable(e)) {
                return MarkedState.complete(readWhatExists(session), true);
            }
            if (SqlErrors.undefinedColumn(e)) {
                return MarkedState.complete(read(session), false);
            }
            throw UnreadableTable.of(both(), e);
        }
    }

    /** Returns the queries for the state and the history of existing tables, to be part of a larger message. */
    public List<String> statementsWithHistory() {
        return List.of(schemaAndText(), heads(), checksums(), historySql());
    }

    /** Reads the results of those queries, beginning with the current result. */
    public DatabaseState readWithHistory(Statement answered) throws SQLException {
        return state(answered).with(HistoryRows.all(Results.next(answered)));
    }

    /** Returns the queries for everything except the history. They are kept simple because every start sends them. */
    private String sql() {
        return String.join("; ", schemaAndText(), heads(), checksums());
    }

    /** Reads the results of those queries, beginning with the current result. */
    private DatabaseState state(Statement answered) throws SQLException {
        ResultSet first = Results.current(answered);
        boolean any = first.next();
        String schema = any ? first.getString(1) : null;
        boolean lacksText = any && first.getBoolean(2);
        CurrentHeads heads = heads(Results.next(answered));
        List<@Nullable Recorded> recorded = new ArrayList<>();
        ResultSet rows = Results.next(answered);
        while (rows.next()) {
            recorded.add(recorded(rows));
        }
        return new DatabaseState(heads, true, true, lacksText, schema, latest(recorded), null);
    }

    private String schemaAndText() {
        return "SELECT current_schema(), " + BookkeepingDdl.lackingText(names.history());
    }

    private CurrentHeads heads(ResultSet rows) throws SQLException {
        List<RevisionId> heads = new ArrayList<>();
        while (rows.next()) {
            heads.add(id(rows.getString(1)));
        }
        return CurrentHeads.of(heads);
    }

    /**
     * Checks that a database without a version table is new to this build: no other schema may have a version table
     * with revisions of the build. A configured schema is deliberate, and is not checked.
     *
     * @param known whether a revision belongs to the build
     * @throws DatabaseException if another schema has such a version table
     */
    public void requireNoneElsewhere(Session session, DatabaseState state, Predicate<RevisionId> known) {
        if (!state.versionTable() && names.tables().schema() == null) {
            new OtherSchemas(session, names.tables().versionTable()).requireNone(known);
        }
    }

    /** Returns every recorded step, oldest first. */
    public List<HistoryEntry> history(Session session) {
        try {
            if (!exists(session, names.history())) {
                return List.of();
            }
            return session.query(historySql(), HistoryRows::map);
        } catch (DataAccessException e) {
            throw UnreadableTable.of(names.history(), e);
        }
    }

    /** Returns the query for the steps of an existing history. */
    private String historySql() {
        return HistoryRows.select(names.history());
    }

    /** Returns the heads, the checksums of the applied revisions, and the history. */
    public DatabaseState readWithHistory(Session session) {
        DatabaseState state = read(session);
        return state.with(state.historyTable() ? history(session) : List.of());
    }

    /** Returns every revision that was ever applied, stamped or repaired, in the order of recording. */
    public List<RememberedRevision> remembered(Session session) {
        try {
            if (!exists(session, names.history())) {
                return List.of();
            }
            return session.query(RememberedRevision.select(names.history()), RememberedRevision::map);
        } catch (DataAccessException e) {
            throw UnreadableTable.of(names.history(), e);
        }
    }

    /** Returns the latest rows of the given revisions, each with the text of its script if the history stores it. */
    public List<RememberedRevision> remembered(Session session, List<RevisionId> revisions) {
        try {
            return session.query(
                    RememberedRevision.selectWithText(names.history()),
                    RememberedRevision::mapWithText,
                    session.array(revisions.stream().map(RevisionId::value).toList()));
        } catch (DataAccessException e) {
            throw UnreadableTable.of(names.history(), e);
        }
    }

    private DatabaseState readWhatExists(Session session) {
        try {
            return readEach(session);
        } catch (DataAccessException e) {
            throw UnreadableTable.of(both(), e);
        }
    }

    private DatabaseState readEach(Session session) {
        boolean version = exists(session, names.version());
        boolean history = exists(session, names.history());
        List<RevisionId> heads = version ? session.query(heads(), (row, number) -> id(row.getString(1))) : List.of();
        List<@Nullable Recorded> recorded =
                history ? session.query(checksums(), (row, number) -> recorded(row)) : List.of();
        boolean lacksText = history && lacksText(session);
        return new DatabaseState(CurrentHeads.of(heads), version, history, lacksText, null, latest(recorded), null);
    }

    private boolean lacksText(Session session) {
        return "true".equals(session.single("SELECT (" + BookkeepingDdl.lackingText(names.history()) + ")::text"));
    }

    private static boolean exists(Session session, String qualifiedName) {
        return session.single("SELECT to_regclass(?)::text", qualifiedName).isPresent();
    }

    /** Returns the checksum that a row records, or {@code null} if the row says nothing about the applied script. */
    private @Nullable Recorded recorded(ResultSet row) throws SQLException {
        String checksum = row.getString(3);
        boolean tells = checksum != null
                && Outcome.of(row.getString(4)) == Outcome.SUCCESS
                && Direction.of(row.getString(1)) != Direction.DOWNGRADE;
        return tells ? new Recorded(id(row.getString(2)), checksum, row.getLong(5)) : null;
    }

    private static Map<RevisionId, String> latest(List<@Nullable Recorded> all) {
        List<Recorded> recorded = new ArrayList<>(all.size());
        for (Recorded row : all) {
            if (row != null) {
                recorded.add(row);
            }
        }
        recorded.sort(Comparator.comparingLong(Recorded::number));
        Map<RevisionId, String> checksums = new HashMap<>();
        for (Recorded row : recorded) {
            checksums.put(row.revision, row.checksum);
        }
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
                    "The version table " + names.version() + " holds '" + text + "', which is not a valid revision id: "
                            + e.problem(),
                    "Delete it: `DELETE FROM " + names.version() + " WHERE version_num = " + new Literal(text).quoted()
                            + "`. Then set the version table to what the schema really is: `migration stamp --purge"
                            + " <revision>`.",
                    e);
        }
    }

    private String heads() {
        return "SELECT version_num FROM " + names.version();
    }

    /**
     * Returns the query for the newest history row. The query includes the columns of {@link #checksums()}, so that a
     * missing column is found before the lock is taken.
     */
    private String newest() {
        return "SELECT current_schema(), " + BookkeepingDdl.MARK + ", " + RECORDED + " FROM " + names.history()
                + " ORDER BY id DESC LIMIT 1";
    }

    private String checksums() {
        return "SELECT " + RECORDED + " FROM " + names.history();
    }
}
