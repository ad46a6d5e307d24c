package dev.athanor.migration.history;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.session.DatabaseException;
import dev.athanor.migration.session.HostName;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.SqlErrors;
import dev.athanor.migration.session.Transaction;
import dev.athanor.migration.sql.Identifier;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Writes the version table and the history. The caller's transaction decides when the changes are committed.
 *
 * @since 0.1.0
 */
public final class Bookkeeping {

    private final Session session;
    private final TableNames names;
    private final StepRowsStatement.Run run;

    /** Creates the bookkeeping of a run that marks no step. */
    public Bookkeeping(Session session, Tables tables, UUID runId, @Nullable String applicationVersion) {
        this(session, tables, runId, applicationVersion, Marking.NONE);
    }

    /**
     * Creates the bookkeeping of a run.
     *
     * @param marking how a step that leads to head is marked
     */
    public Bookkeeping(
            Session session, Tables tables, UUID runId, @Nullable String applicationVersion, Marking marking) {
        this.session = session;
        this.names = new TableNames(tables);
        this.run = new StepRowsStatement.Run(
                runId, HostName.local().orElse(null), applicationVersion, marking, session.repertoire());
    }

    /** Creates the missing schema and tables, all or none of them. The migration lock must be held. */
    public void create() {
        try (Transaction transaction = Transaction.begin(session)) {
            createHere();
            transaction.commit();
        } catch (SQLException e) {
            throw new UncategorizedSQLException("Creating the version table and the history", null, e);
        }
    }

    /** Creates the missing schema and tables in the caller's transaction. The migration lock must be held. */
    public void createHere() {
        String schema = Objects.requireNonNull(names.tables().schema(), "resolved");
        if (session.single("SELECT to_regnamespace(?)::text", new Identifier(schema).quoted())
                .isEmpty()) {
            session.execute("CREATE SCHEMA " + new Identifier(schema).quoted());
        }
        BookkeepingDdl.statements(names).forEach(session::execute);
    }

    /** Returns the bookmarks of statements in batches. */
    public BatchBookmarks batches() {
        return new BatchBookmarks(session, names);
    }

    /**
     * Returns the statement that writes the rows of a step in both tables.
     *
     * @param before how long the step has been running when the statement is sent
     */
    public String statement(Step step, Duration before) {
        return statement(step, before, null);
    }

    /**
     * Returns the statement that writes the rows of a step in both tables, with a stored downgrade.
     *
     * @param before how long the step has been running when the statement is sent
     * @param wayBack the downgrade to store, or {@code null} if the script has it
     */
    public String statement(Step step, Duration before, @Nullable String wayBack) {
        return StepRowsStatement.of(names, run, step, before, wayBack);
    }

    /**
     * Checks whether that statement failed because the rows of the version table have changed since the plan was made.
     *
     * @throws DatabaseException if the rows have changed
     */
    public void check(Step step, String statement, SQLException failure) {
        if (StepRowsStatement.MOVED.contains(SqlErrors.state(failure)) && statement.contains(names.version())) {
            throw moved(step.before(), failure);
        }
    }

    private DatabaseException moved(CurrentHeads before, SQLException failure) {
        return new DatabaseException(
                "The version table " + names.version()
                        + " was changed by another process during the run: it is no longer" + " at " + before + ".",
                "Nothing of this revision was applied. Find out which other process migrates this database, then start again.",
                failure);
    }

    /** Writes the version table for a step whose history row exists already. */
    public void move(CurrentHeads before, CurrentHeads after) {
        List<RevisionId> removed = before.minus(after);
        List<RevisionId> added = after.minus(before);
        int found = session.query(moveSql(), (row, number) -> row.getInt(1), ids(removed), ids(added))
                .get(0);
        if (found != removed.size()) {
            throw moved(before, new SQLException(found + " of " + removed.size() + " rows were found"));
        }
    }

    private String moveSql() {
        return "WITH removed AS (DELETE FROM " + names.version() + " WHERE version_num = ANY (?) RETURNING 1), added AS"
                + " (INSERT INTO " + names.version() + " (version_num) SELECT unnest(?::text[]) RETURNING 1)"
                + " SELECT (SELECT count(*) FROM removed)::int, (SELECT count(*) FROM added)";
    }

    /** Adds a row to the history and returns its id. */
    public long record(HistoryRow row) {
        RevisionScript script = row.script();
        double seconds = row.duration().toNanos() / 1e9;
        return session.query(
                        insertSql(),
                        (result, number) -> result.getLong(1),
                        run.runId(),
                        row.direction().word(),
                        script.id().value(),
                        ids(script.revision().downRevisions()),
                        storedTexts(script.revision().dependsOn()),
                        storedTexts(script.revision().branchLabels()),
                        stored(script.message()),
                        stored(script.file().location()),
                        script.checksum().value(),
                        stored(downgradeText(script).orElse(null)),
                        stored(
                                row.outcome() == Outcome.FAILED
                                        ? null
                                        : AppliedText.of(row.direction(), script)
                                                .orElse(null)),
                        seconds,
                        row.duration().toMillis(),
                        row.outcome().word(),
                        stored(row.error()),
                        stored(run.host()),
                        stored(run.applicationVersion()))
                .get(0);
    }

    /** Adds a row about something that another tool did. */
    public void record(ForeignRow row) {
        RevisionScript script = row.script();
        Instant at = row.at().orElse(null);
        session.query(
                "INSERT INTO " + names.history() + " (" + HistoryColumns.OF_SCRIPT
                        + ", database_user, host, application_version, note) VALUES (?, "
                        + HistoryColumns.values(row.direction(), script, downgradeText(script), run.repertoire())
                        + ", coalesce(?::timestamptz, clock_timestamp()), ?, ?, coalesce(?, session_user), ?, ?, ?)"
                        + " RETURNING id",
                (result, number) -> result.getLong(1),
                run.runId(),
                at == null ? null : at.toString(),
                row.duration().toMillis(),
                Outcome.SUCCESS.word(),
                row.user().orElse(null),
                at == null ? stored(run.host()) : null,
                at == null ? stored(run.applicationVersion()) : null,
                stored(row.note()));
        if (!row.told()) {
            session.query(
                    "UPDATE " + names.history() + " SET checksum = NULL, script_text = NULL WHERE run_id = ? AND id ="
                            + " (SELECT max(id) FROM " + names.history() + ") RETURNING id",
                    (result, number) -> result.getLong(1),
                    run.runId());
        }
    }

    private String insertSql() {
        return "INSERT INTO " + names.history() + " (" + HistoryColumns.OF_SCRIPT + ", error,"
                + " database_user, host, application_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp() -"
                + " make_interval(secs => ?), ?, ?, ?, session_user, ?, ?) RETURNING id";
    }

    /**
     * Returns the statement that sets how long the steps of this run took, as it was seen from here.
     *
     * @param took the durations, by the revisions of the steps
     * @return empty if there are none
     */
    public Optional<String> durations(Map<List<RevisionId>, Duration> took) {
        String rows = took.entrySet().stream()
                .flatMap(step -> rows(step.getKey(), step.getValue().toMillis()))
                .sorted()
                .collect(Collectors.joining(", "));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of("UPDATE " + names.history() + " AS h SET duration_ms = took.ms FROM (VALUES " + rows
                        + ") AS took (revision, ms) WHERE h.run_id = "
                        + HistoryColumns.literal(run.runId().toString())
                        + "::uuid AND h.revision = took.revision AND h.outcome = '" + Outcome.SUCCESS.word()
                        + "' AND h.duration_ms <> took.ms");
    }

    /**
     * Returns a row per revision. The first revision of a step gets the duration, so that the rows of a run add up to
     * the duration of the run.
     */
    private static Stream<String> rows(List<RevisionId> revisions, long millis) {
        return IntStream.range(0, revisions.size())
                .mapToObj(index -> "("
                        + HistoryColumns.literal(revisions.get(index).value()) + ", " + (index == 0 ? millis : 0)
                        + "::bigint)");
    }

    /** Ends a row that was recorded as running. */
    public void finish(long id, Duration duration, Outcome outcome, @Nullable String error) {
        session.query(
                "UPDATE " + names.history() + " SET duration_ms = ?, outcome = ?, error = ? WHERE id = ? RETURNING id",
                (row, number) -> row.getLong(1),
                duration.toMillis(),
                outcome.word(),
                stored(error),
                id);
    }

    /** Ends the row of a completed step that was recorded as running. */
    public void finish(long id, Duration duration, Step step) {
        finish(id, duration, Outcome.SUCCESS, null);
        run.marking()
                .of(step)
                .ifPresent(mark -> session.query(
                        "UPDATE " + names.history() + " SET " + BookkeepingDdl.MARK + " = ? WHERE id = ? RETURNING id",
                        (row, number) -> row.getLong(1),
                        mark,
                        id));
    }

    /** Writes the progress of a {@code transaction=none} script. */
    public void progress(long id, ScriptProgress progress) {
        session.query(
                "UPDATE " + names.history() + " SET statements_done = ?, statements_digest = ?, statement_begun = ?"
                        + " WHERE id = ? RETURNING id",
                (row, number) -> row.getLong(1),
                progress.statements(),
                progress.digest(),
                progress.begun(),
                id);
    }

    /** Ends the rows of a {@code transaction=none} script whose process or connection ended before the script did. */
    public void endInterrupted(RevisionId revision, String error) {
        session.query(
                "UPDATE " + names.history() + " SET outcome = 'failed', error = ? WHERE revision = ? AND outcome ="
                        + " 'running' RETURNING id",
                (row, number) -> row.getLong(1),
                stored(error),
                revision.value());
    }

    /** Returns how many of the revisions this run has recorded as successful. */
    public int recorded(Direction direction, List<RevisionId> revisions) {
        return session.query(
                        "SELECT count(*) FROM " + names.history() + " WHERE run_id = ? AND direction = ? AND revision ="
                                + " ANY (?) AND outcome = 'success'",
                        (row, number) -> row.getInt(1),
                        run.runId(),
                        direction.word(),
                        ids(revisions))
                .get(0);
    }

    /** Returns whether a stamp, and no run, brought the database where it was before this run; false where that is not known. */
    public boolean stampedBefore() {
        try {
            return session.query(
                            "SELECT direction FROM " + names.history()
                                    + " WHERE run_id <> ? AND outcome = 'success' AND"
                                    + " direction <> 'repair' ORDER BY id DESC LIMIT 1",
                            (row, number) -> row.getString(1),
                            run.runId())
                    .contains(Direction.STAMP.word());
        } catch (DataAccessException e) {
            return false;
        }
    }

    /** Returns whether the history has no row yet. */
    public boolean hasNoHistory() {
        return session.query("SELECT FROM " + names.history() + " LIMIT 1", (row, number) -> number)
                .isEmpty();
    }

    /** Returns the rows of the version table. */
    public CurrentHeads heads() {
        return CurrentHeads.of(session.query(
                "SELECT version_num FROM " + names.version(), (row, number) -> new RevisionId(row.getString(1))));
    }

    /** Returns the progress of an earlier, unfinished run of this script. */
    public ScriptProgress progressOf(Direction direction, RevisionId revision) {
        return unfinished(direction, revision).map(UnfinishedScript::progress).orElse(ScriptProgress.NONE);
    }

    /** Returns the row of the latest run of this script, if that run did not finish. */
    public Optional<UnfinishedScript> unfinished(Direction direction, RevisionId revision) {
        return session
                .query(
                        "SELECT id, statements_done, statements_digest, statement_begun, outcome, direction FROM "
                                + names.history() + " WHERE revision = ? ORDER BY id DESC LIMIT 1",
                        (row, number) -> UnfinishedScript.is(row, direction)
                                ? Optional.of(UnfinishedScript.map(row))
                                : Optional.<UnfinishedScript>empty(),
                        revision.value())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns the downgrade as the history stores it, or empty if there is none. */
    public static Optional<String> downgradeText(RevisionScript script) {
        return StoredDowngrade.text(script.downgrade());
    }

    private @Nullable String stored(@Nullable String text) {
        return text == null ? null : run.repertoire().stored(text);
    }

    private Array storedTexts(Collection<String> texts) {
        return session.array(HistoryColumns.stored(texts, run.repertoire()));
    }

    private Array ids(Collection<RevisionId> ids) {
        return texts(ids.stream().map(RevisionId::value).toList());
    }

    private Array texts(Collection<String> values) {
        return session.array(values);
    }
}
