package dev.athanor.migration.runner;

import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.sql.Identifier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;

/** Looks, plans, and runs under the migration lock, all on one connection (stations 4 to 7). */
public final class MigrationRunner {

    private final Tables tables;
    private final RunSettings settings;
    private final RunListener listener;

    /** A runner for these tables. */
    public MigrationRunner(Tables tables, RunSettings settings, RunListener listener) {
        this.tables = tables;
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Does what the planning asks for.
     *
     * @param planning from what the database says to what is to be done; asked again once the lock is held
     * @throws MigrationFailedException when a step fails
     * @throws LockTimeoutException when another process holds the lock for too long
     */
    public MigrationReport run(Session session, Function<DatabaseState, MigrationPlan> planning) {
        try {
            return lookAndRun(session, planning);
        } catch (DataAccessException e) {
            throw unexpected(e);
        }
    }

    /** Who holds the migration lock; only looks. */
    public Optional<LockHolder> lockHolder(Session session) {
        String schema = tables.schema() == null ? session.single("SELECT current_schema()") : tables.schema();
        return schema == null ? Optional.empty() : new AdvisoryLock(session, tables.in(schema)).holder();
    }

    /** Creates the version table and the history where they are missing. */
    public void ensureVersion(Session session) {
        try {
            DatabaseState state = new StateReader(tables).read(session);
            if (!state.versionTable() || !state.historyTable()) {
                locked(session, resolved -> new Bookkeeping(session, resolved, UUID.randomUUID(), null).create());
            }
        } catch (DataAccessException e) {
            throw unexpected(e);
        }
    }

    /** Records the checksums of these scripts as they are now. */
    public void accept(Session session, List<RevisionScript> changed) {
        if (!changed.isEmpty()) {
            locked(session, resolved -> {
                Bookkeeping books =
                        new Bookkeeping(session, resolved, UUID.randomUUID(), settings.applicationVersion());
                changed.forEach(script -> books.record(
                        new HistoryRow(Direction.REPAIR, script, Duration.ZERO, HistoryRow.SUCCESS, null)));
            });
        }
    }

    private void locked(Session session, Consumer<Tables> work) {
        Tables resolved = tables.in(schema(session));
        AdvisoryLock lock = new AdvisoryLock(session, resolved);
        lock.acquire(settings.lockWait(), () -> false, new LockWaitLog(listener));
        try {
            work.accept(resolved);
        } finally {
            lock.release();
        }
    }

    private MigrationReport lookAndRun(Session session, Function<DatabaseState, MigrationPlan> planning) {
        StateReader reader = new StateReader(tables);
        MigrationPlan plan = planning.apply(reader.read(session));
        if (plan.isEmpty()) {
            return nothingToDo(plan);
        }
        TransactionRules.check(plan, settings.transaction());
        Tables resolved = tables.in(schema(session));
        AdvisoryLock lock = new AdvisoryLock(session, resolved);
        boolean held = lock.acquire(
                settings.lockWait(), () -> planning.apply(reader.read(session)).isEmpty(), new LockWaitLog(listener));
        if (!held) {
            return nothingToDo(planning.apply(reader.read(session)));
        }
        try {
            return runLocked(session, resolved, planning);
        } finally {
            lock.release();
        }
    }

    private MigrationReport runLocked(
            Session session, Tables resolved, Function<DatabaseState, MigrationPlan> planning) {
        UUID runId = UUID.randomUUID();
        Bookkeeping books = new Bookkeeping(session, resolved, runId, settings.applicationVersion());
        StateReader reader = new StateReader(resolved);
        DatabaseState state = reader.read(session);
        MigrationPlan plan = planning.apply(state);
        if (plan.isEmpty()) {
            return nothingToDo(plan);
        }
        if (!state.versionTable() || !state.historyTable()) {
            books.create();
        }
        return new PlanRunner(session, books, settings.transaction(), listener).run(plan, new RunLog(runId, plan));
    }

    private String schema(Session session) {
        String wanted = tables.schema();
        String current = session.begin(wanted == null ? null : new Identifier(wanted).quoted());
        String schema = wanted == null ? current : wanted;
        if (schema == null) {
            throw new DatabaseException(
                    "The connection has no current schema: none of the schemas on its search_path exists.",
                    "Create the schema, or name one with migration.schema (it is created where it is missing).",
                    null);
        }
        return schema;
    }

    private static DatabaseException unexpected(DataAccessException failure) {
        return new DatabaseException(
                "The database refused what a run needs before and between its steps: " + SqlErrors.rootMessage(failure)
                        + " (SQLState " + SqlErrors.state(failure) + ")",
                "Give the role the rights to create and write the version table and the history in the schema, or let"
                        + " migrations use another role: migration.username and migration.password.",
                failure);
    }

    private static MigrationReport nothingToDo(MigrationPlan plan) {
        return new RunLog(UUID.randomUUID(), plan).report(Outcome.SUCCESS);
    }
}
