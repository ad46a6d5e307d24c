package dev.athanor.migration.runner;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.plan.Command;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.script.JavaCode;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.sql.Identifier;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** Looks, plans, and runs under the migration lock, all on one connection (stations 4 to 7). */
public final class MigrationRunner {

    private final Tables tables;
    private final RunSettings settings;
    private final RunListener listener;
    private final Placeholders placeholders;
    private final Cancellation cancellation = new Cancellation();

    /**
     * A runner for these tables.
     *
     * @param placeholders whose secret values are shown nowhere
     */
    public MigrationRunner(Tables tables, RunSettings settings, RunListener listener, Placeholders placeholders) {
        this.tables = tables;
        this.settings = settings;
        this.listener = listener;
        this.placeholders = placeholders;
    }

    /**
     * Does what the planning asks for.
     *
     * @param planning from what the database says to what is to be done; asked again once the lock is held
     * @throws MigrationFailedException when a step fails
     * @throws LockTimeoutException when another process holds the lock for too long
     * @throws CancelledException after {@link #cancel()}
     */
    public MigrationReport run(Session session, Function<DatabaseState, MigrationPlan> planning) {
        return run(session, planning, null);
    }

    /**
     * Does what the planning asks for.
     *
     * @param mark of an upgrade to {@code heads}: where the database has it there is nothing to do, and nothing is asked;
     *     null for whatever leads elsewhere
     */
    public MigrationReport run(
            Session session, Function<DatabaseState, MigrationPlan> planning, @Nullable HeadMark mark) {
        try {
            cancellation.check();
            Engine.checkReported(session.connection());
            return mark == null
                    ? lookAndRun(session, look(session, new StateReader(tables)::read), planning, null)
                    : glanceAndRun(session, planning, mark);
        } catch (DataAccessException e) {
            throw unexpected(e);
        }
    }

    private MigrationReport glanceAndRun(
            Session session, Function<DatabaseState, MigrationPlan> planning, HeadMark mark) {
        StateReader reader = new StateReader(tables);
        Glance glance = look(session, reader::glance);
        Heads rows = glance.state().heads();
        if (mark.isIn(glance)) {
            return MigrationReport.marked(MigrationPlan.nothing(Command.UPGRADE, mark.targets(), rows));
        }
        boolean enough = glance.whole() || !rows.equals(mark.heads().get());
        return lookAndRun(
                session,
                enough ? glance.state() : reader.read(session),
                planning,
                new Marking(mark, glance.markable()));
    }

    /** The first question, which other engines may not even understand. */
    private static <T> T look(Session session, Function<Session, T> question) {
        try {
            return question.apply(session);
        } catch (DatabaseException e) {
            throw Engine.explain(session, e);
        }
    }

    /**
     * How the step that leads to head is marked.
     *
     * @param markable whether the history has a column for it
     */
    private record Marking(HeadMark mark, boolean markable) {}

    /** Who holds the migration lock; only looks. */
    public Optional<LockHolder> lockHolder(Session session) {
        String schema = tables.schema() == null ? session.single("SELECT current_schema()") : tables.schema();
        return schema == null
                ? Optional.empty()
                : lock(session, tables.in(schema)).holder();
    }

    /** Creates the version table and the history where they are missing. */
    public void ensureVersion(Session session) {
        DatabaseState state = new StateReader(tables).read(session);
        if (!state.versionTable() || !state.historyTable()) {
            locked(session, Bookkeeping::create);
        }
    }

    /** Records the checksums of these scripts as they are now. */
    public void accept(Session session, List<RevisionScript> changed) {
        if (!changed.isEmpty()) {
            locked(
                    session,
                    books -> changed.forEach(script -> books.record(
                            new HistoryRow(Direction.REPAIR, script, Duration.ZERO, Outcome.SUCCESS, null))));
        }
    }

    /**
     * Notes what a person found out about a statement whose outcome is in doubt.
     *
     * @throws MigrationException when none of that script is
     */
    public void repairStatement(Session session, RevisionScript script, StatementOutcome outcome) {
        locked(session, books -> new StatementRepair(books, script, placeholders).note(outcome));
    }

    private void locked(Session session, Consumer<Bookkeeping> work) {
        try {
            Tables resolved = tables.in(schema(session));
            AdvisoryLock lock = lock(session, resolved);
            lock.acquire(settings.lockWait(), () -> false, new LockWaitLog(listener));
            try {
                work.accept(new Bookkeeping(session, resolved, UUID.randomUUID(), settings.applicationVersion()));
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

    /** Ends what runs now, on whatever thread, at once: its statement is cancelled, nothing begins after it. */
    public void cancel() {
        cancellation.request();
    }

    /**
     * @param seen the state; what it lacks is checked once the lock is held
     */
    private MigrationReport lookAndRun(
            Session session,
            DatabaseState seen,
            Function<DatabaseState, MigrationPlan> planning,
            @Nullable Marking marking) {
        MigrationPlan plan = planning.apply(seen);
        if (plan.isEmpty()) {
            return nothingToDo(plan);
        }
        TransactionRules.check(plan, settings.transaction());
        Optional<Opening> opening = open(session, seen);
        Tables resolved = tables.in(opening.isPresent() ? schemaOf(seen) : schema(session));
        AdvisoryLock lock = lock(session, resolved);
        try {
            opening.ifPresent(found -> takeOver(session, found, lock));
            if (!lock.isHeld() && !acquire(session, lock, planning)) {
                Heads now = new StateReader(tables).read(session).heads();
                return nothingToDo(MigrationPlan.nothing(plan.command(), plan.targets(), now));
            }
            DatabaseState state = opening.filter(Opening::locked)
                    .map(Opening::state)
                    .orElseGet(() -> new StateReader(resolved).readWithHistory(session));
            return runLocked(session, lock, resolved, state, planning.apply(state), marking);
        } finally {
            lock.release();
        }
    }

    /** All that a run needs in one round trip, where the tables are there already. */
    private Optional<Opening> open(Session session, DatabaseState seen) {
        if (tables.schema() == null && seen.schema() == null || !seen.versionTable() || !seen.historyTable()) {
            return Optional.empty();
        }
        Tables resolved = tables.in(schemaOf(seen));
        long key = lock(session, resolved).key();
        return Opening.of(
                session, new Opening.Request(new StateReader(resolved), key, quotedSchema(), settings.limits()));
    }

    private String schemaOf(DatabaseState seen) {
        return tables.schema() == null ? Objects.requireNonNull(seen.schema()) : tables.schema();
    }

    private void takeOver(Session session, Opening opening, AdvisoryLock lock) {
        if (opening.locked()) {
            lock.isHeldAlready();
        }
        session.begin(opening, quotedSchema(), settings.limits());
    }

    private boolean acquire(Session session, AdvisoryLock lock, Function<DatabaseState, MigrationPlan> planning) {
        StateReader reader = new StateReader(tables);
        return lock.acquire(
                settings.lockWait(), () -> planning.apply(reader.read(session)).isEmpty(), new LockWaitLog(listener));
    }

    private MigrationReport runLocked(
            Session session,
            AdvisoryLock lock,
            Tables resolved,
            DatabaseState state,
            MigrationPlan plan,
            @Nullable Marking marking) {
        if (plan.isEmpty()) {
            return nothingToDo(plan);
        }
        plan.steps().forEach(step -> Steps.code(step).ifPresent(JavaCode::instance));
        UUID runId = UUID.randomUUID();
        HeadMark mark = marking == null ? null : marking.mark();
        Bookkeeping books = new Bookkeeping(session, resolved, runId, settings.applicationVersion(), mark);
        if (!state.versionTable() || !state.historyTable()) {
            books.create();
        }
        MigrationPlan decided = ExtensionConditions.decide(session, plan);
        boolean noted =
                decided.steps().stream().anyMatch(step -> Steps.note(step).isPresent());
        if (noted || marking != null && !marking.markable()) {
            books.batches().ready();
        }
        RunContext context = new RunContext(
                session,
                lock,
                books,
                settings,
                cancellation,
                quotedSchema(),
                placeholders,
                new ServerNotices(placeholders));
        try (LockWatch watch = new LockWatch(session, settings.limits())) {
            return new PlanRunner(context, listener, watch).run(decided, new RunLog(runId, decided));
        }
    }

    private String schema(Session session) {
        String wanted = tables.schema();
        String current = session.begin(quotedSchema(), settings.limits());
        String schema = wanted == null ? current : wanted;
        if (schema == null) {
            throw new DatabaseException(
                    "The connection has no current schema: none of the schemas on its search_path exists.",
                    "Create the schema, or name one with migration.schema (it is created where it is missing).",
                    null);
        }
        return schema;
    }

    private @Nullable String quotedSchema() {
        return tables.schema() == null ? null : new Identifier(tables.schema()).quoted();
    }

    private static DatabaseException unexpected(DataAccessException failure) {
        if (SqlErrors.connectionLost(failure)) {
            return new DatabaseException(
                    "The connection was lost between the steps of a run, not during one: "
                            + SqlErrors.rootMessage(failure),
                    "See in the server's log why it ended the connection, then start again: the next run goes on from"
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

    private static MigrationReport nothingToDo(MigrationPlan plan) {
        return new RunLog(UUID.randomUUID(), plan).report(Outcome.SUCCESS);
    }
}
