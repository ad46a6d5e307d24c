package dev.athanor.migration.runner;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.history.Bookkeeping;
import dev.athanor.migration.history.DatabaseState;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.history.HistoryRow;
import dev.athanor.migration.history.MarkedState;
import dev.athanor.migration.history.Marking;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.history.StateReader;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.history.UnfinishedScript;
import dev.athanor.migration.lock.AdvisoryLock;
import dev.athanor.migration.lock.LockHolder;
import dev.athanor.migration.lock.LockWatch;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.script.JavaCode;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.Section;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.session.Cancellation;
import dev.athanor.migration.session.CancelledException;
import dev.athanor.migration.session.DatabaseException;
import dev.athanor.migration.session.Engine;
import dev.athanor.migration.session.Remedy;
import dev.athanor.migration.session.ServerNotices;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.SqlErrors;
import dev.athanor.migration.session.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Reads the state of the database and runs plans under the migration lock. The runner does not decide what to do.
 *
 * @since 0.1.0
 */
public final class MigrationRunner {

    private final Tables tables;
    private final RunSettings settings;
    private final RunListener listener;
    private final Placeholders placeholders;
    private final StatementObserver observer;
    private final Cancellation cancellation = new Cancellation();

    /**
     * Creates a runner for these tables.
     *
     * @param placeholders the placeholders, whose secret values are never shown
     */
    public MigrationRunner(Tables tables, RunSettings settings, RunListener listener, Placeholders placeholders) {
        this(tables, settings, listener, placeholders, StatementObserver.NONE);
    }

    private MigrationRunner(
            Tables tables,
            RunSettings settings,
            RunListener listener,
            Placeholders placeholders,
            StatementObserver observer) {
        this.tables = tables;
        this.settings = settings;
        this.listener = listener;
        this.placeholders = placeholders;
        this.observer = observer;
    }

    /** Returns a runner that lets an observer see each statement. */
    public MigrationRunner observedBy(StatementObserver other) {
        return new MigrationRunner(tables, settings, listener, placeholders, other);
    }

    /**
     * Reads the state of the database before anything is planned.
     *
     * @throws CancelledException after {@link #cancel()}
     * @throws DatabaseException if the server is known not to be PostgreSQL
     */
    public DatabaseState look(Session session) {
        return firstQuestion(session, new StateReader(tables)::read);
    }

    /**
     * Reads the rows of the version table and the mark of the newest history row before anything is planned.
     *
     * @throws CancelledException after {@link #cancel()}
     * @throws DatabaseException if the server is known not to be PostgreSQL
     */
    public MarkedState lookForMark(Session session) {
        return firstQuestion(session, new StateReader(tables)::readMarked);
    }

    /** Sends the first query, which other database engines may not even understand. */
    private <T> T firstQuestion(Session session, Function<Session, T> question) {
        cancellation.check();
        Engine.checkReported(session.connection());
        try {
            return question.apply(session);
        } catch (DatabaseException e) {
            throw Engine.explain(session, e);
        }
    }

    /**
     * Prepares the session for running a plan, and takes the migration lock if it is free.
     *
     * @param seen the state for which the plan was made; missing tables are created once the lock is held
     * @return the lock, for which you may have to wait
     * @throws MigrationException if the plan cannot run in the configured transactions
     */
    public MigrationLock prepare(Session session, MigrationPlan plan, DatabaseState seen) {
        settings.transaction().check(plan);
        return MigrationLock.prepare(
                session, seen, new MigrationLock.Request(tables, settings, cancellation, listener));
    }

    /**
     * Runs a plan.
     *
     * @param lock the migration lock, which is held
     * @param plan the plan for the state that the lock protects
     * @param marking how to mark the step that leads to head
     * @throws MigrationFailedException if a step fails
     * @throws CancelledException after {@link #cancel()}
     */
    public MigrationReport run(MigrationLock lock, MigrationPlan plan, Marking marking) {
        if (plan.isEmpty()) {
            return MigrationReport.nothingToDo(plan);
        }
        plan.steps().forEach(step -> Steps.code(step).ifPresent(JavaCode::instance));
        Session session = lock.session();
        UUID runId = UUID.randomUUID();
        Bookkeeping books = new Bookkeeping(session, lock.tables(), runId, settings.applicationVersion(), marking);
        DatabaseState state = lock.state();
        if (!state.versionTable() || !state.historyTable()) {
            books.create();
        }
        MigrationPlan decided = ExtensionConditions.decide(session, plan);
        boolean noted =
                decided.steps().stream().anyMatch(step -> Steps.note(step).isPresent());
        if (noted || marking.columnMissing() || state.lacksText()) {
            books.batches().ready();
        }
        RunContext context = new RunContext(
                session,
                lock.advisory(),
                books,
                settings,
                cancellation,
                tables.quotedSchema().orElse(null),
                placeholders,
                new ServerNotices(placeholders),
                observer);
        try (LockWatch watch = new LockWatch(session, settings.limits())) {
            return new PlanRunner(context, listener, watch).run(decided, new RunLog(runId, decided));
        }
    }

    /**
     * Runs a plan on a database that no other process changes.
     *
     * @throws MigrationFailedException if a step fails
     */
    public MigrationReport run(Session session, MigrationPlan plan) {
        if (plan.isEmpty()) {
            return MigrationReport.nothingToDo(plan);
        }
        try (MigrationLock lock = prepare(session, plan, look(session))) {
            lock.acquire(() -> false);
            return run(lock, plan, Marking.NONE);
        } catch (DataAccessException e) {
            throw unexpected(e);
        }
    }

    /** Returns the session that holds the migration lock, without asking for the lock. */
    public Optional<LockHolder> lockHolder(Session session) {
        return Optional.ofNullable(tables.schema())
                .or(() -> session.single("SELECT current_schema()"))
                .flatMap(schema -> lock(session, tables.in(schema)).holder());
    }

    /** Creates the version table and the history table if they are missing. */
    public void ensureVersion(Session session) {
        DatabaseState state = new StateReader(tables).read(session);
        if (!state.versionTable() || !state.historyTable()) {
            locked(session, Bookkeeping::create);
        }
    }

    /** Records the current checksums of these scripts. */
    public void accept(Session session, List<RevisionScript> changed) {
        if (!changed.isEmpty()) {
            locked(
                    session,
                    books -> changed.forEach(script -> books.record(
                            new HistoryRow(Direction.REPAIR, script, Duration.ZERO, Outcome.SUCCESS, null))));
        }
    }

    /**
     * Forgets how far an unfinished section of a script came.
     *
     * @throws MigrationException when none of its sections is unfinished
     */
    public void beginAnew(Session session, RevisionScript script) {
        locked(session, books -> {
            if (!Unfinished.is(books, script)) {
                throw new MigrationException(
                        "Revision " + script.describe()
                                + " has nothing to repair: its script has not been changed since it"
                                + " was applied, and no section of it is unfinished.",
                        "Nothing was done. `migration repair` lists the scripts that there are to accept.");
            }
            books.record(new HistoryRow(Direction.REPAIR, script, Duration.ZERO, Outcome.SUCCESS, null));
        });
    }

    /**
     * Notes what a person found out about a statement whose outcome is in doubt.
     *
     * @throws MigrationException if no statement of the script is in doubt
     */
    public void repairStatement(Session session, RevisionScript script, StatementOutcome outcome) {
        locked(session, books -> new StatementRepair(books, script, placeholders).note(outcome));
    }

    /**
     * Writes the version table and the history in one transaction, under the migration lock. The same transaction
     * creates the tables if they are missing.
     */
    public void write(Session session, Consumer<Bookkeeping> work) {
        locked(session, books -> {
            try (Transaction transaction = Transaction.begin(session)) {
                books.createHere();
                work.accept(books);
                transaction.commit();
            } catch (SQLException e) {
                throw new UncategorizedSQLException("Writing the version table and the history", null, e);
            }
        });
    }

    private void locked(Session session, Consumer<Bookkeeping> work) {
        try {
            Tables resolved = MigrationLock.begin(session, tables, settings);
            AdvisoryLock lock = lock(session, resolved);
            lock.acquire(settings.lockWait(), () -> false, new LockWaitLog(listener));
            try {
                Bookkeeping books =
                        new Bookkeeping(session, resolved, UUID.randomUUID(), settings.applicationVersion());
                if (new StateReader(resolved).read(session).lacksText()) {
                    books.batches().ready();
                }
                work.accept(books);
            } finally {
                lock.release();
            }
        } catch (DataAccessException e) {
            throw unexpected(e);
        }
    }

    private AdvisoryLock lock(Session session, Tables resolved) {
        return new AdvisoryLock(session, resolved, cancellation);
    }

    /** Ends the current run on any thread at once: its statement is cancelled, and nothing begins afterwards. */
    public void cancel() {
        cancellation.request();
    }

    /**
     * Explains a failure before the first step or between two steps.
     *
     * @return the exception with the problem and the action
     */
    public static DatabaseException unexpected(DataAccessException failure) {
        if (SqlErrors.connectionLost(failure)) {
            return new DatabaseException(
                    "The connection was lost between the steps of a run, not during one: "
                            + SqlErrors.rootMessage(failure),
                    "Find out in the server's log why it ended the connection, then start again: the next run continues from"
                            + " what was committed.",
                    failure);
        }
        return new DatabaseException(
                "The database refused what a run needs before and between its steps: " + SqlErrors.rootMessage(failure)
                        + " (SQLState " + SqlErrors.state(failure) + ")",
                Remedy.of(SqlErrors.state(failure))
                        .filter(remedy -> remedy.scope() == Remedy.Scope.SERVER)
                        .map(remedy -> remedy.help() + ", then start again.")
                        .orElse("Give the role the rights to create and write the version table and the history in the"
                                + " schema, or let migrations use another role: migration.username and"
                                + " migration.password."),
                failure);
    }
}

/** Finds sections without a transaction that did not finish. */
final class Unfinished {

    private Unfinished() {}

    static boolean is(Bookkeeping books, RevisionScript script) {
        return is(books, script, Direction.UPGRADE, Optional.of(script.upgrade()))
                || is(books, script, Direction.DOWNGRADE, script.downgrade().wayBack());
    }

    /**
     * Returns whether the history shows that a step left something; a section that failed in its transaction has left
     * nothing.
     */
    private static boolean is(
            Bookkeeping books, RevisionScript script, Direction direction, Optional<Section> section) {
        boolean stepwise = section.map(Section::transaction)
                .filter(TransactionMode.NONE::equals)
                .isPresent();
        return books.unfinished(direction, script.id())
                .map(UnfinishedScript::progress)
                .filter(progress -> stepwise || progress.begun() != null || progress.statements() > 0)
                .isPresent();
    }
}
