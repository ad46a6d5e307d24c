package dev.athanor.migration.runner;

import dev.athanor.migration.history.DatabaseState;
import dev.athanor.migration.history.StateReader;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.lock.AdvisoryLock;
import dev.athanor.migration.lock.LockTimeoutException;
import dev.athanor.migration.session.Cancellation;
import dev.athanor.migration.session.CancelledException;
import dev.athanor.migration.session.DatabaseException;
import dev.athanor.migration.session.Results;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.SessionStart;
import dev.athanor.migration.session.StatementLimits;
import dev.athanor.migration.session.Wire;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.QueryExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The migration lock of a run, in a session that is ready for the run; both are given back at the end. */
public final class MigrationLock implements AutoCloseable {

    /**
     * The run that the lock is for.
     *
     * @param tables whose lock it is
     * @param settings how long to wait for it, and how long statements may take
     * @param cancellation ends the waiting
     * @param listener told of the waiting
     */
    record Request(Tables tables, RunSettings settings, Cancellation cancellation, RunListener listener) {}

    private final Session session;
    private final Tables tables;
    private final Request request;
    private final AdvisoryLock lock;
    private @Nullable DatabaseState state;

    private MigrationLock(Session session, Tables resolved, Request request) {
        this.session = session;
        this.tables = resolved;
        this.request = request;
        this.lock = new AdvisoryLock(session, resolved, request.cancellation());
    }

    /**
     * Readies a session, and takes the lock and reads the state where the lock is free.
     *
     * @param seen the state before
     */
    static MigrationLock prepare(Session session, DatabaseState seen, Request request) {
        SessionStart.Wanted wanted = new SessionStart.Wanted(
                request.tables().quotedSchema(), request.settings().limits());
        Optional<RunStart> start = start(session, wanted, seen, request);
        if (start.isEmpty()) {
            return new MigrationLock(
                    session, begin(session, request.tables(), request.settings().limits()), request);
        }
        MigrationLock prepared = new MigrationLock(session, resolved(request.tables(), seen), request);
        prepared.takeOver(start.get(), wanted);
        return prepared;
    }

    /** Asks for all that a run needs in one round trip, where the tables are there already. */
    private static Optional<RunStart> start(
            Session session, SessionStart.Wanted wanted, DatabaseState seen, Request request) {
        Tables tables = request.tables();
        if (tables.schema() == null && seen.schema() == null || !seen.versionTable() || !seen.historyTable()) {
            return Optional.empty();
        }
        Tables resolved = resolved(tables, seen);
        long key = new AdvisoryLock(session, resolved, request.cancellation()).key();
        return RunStart.of(session, new RunStart.Request(wanted, new StateReader(resolved), key));
    }

    private static Tables resolved(Tables tables, DatabaseState seen) {
        return tables.in(tables.schema() == null ? Objects.requireNonNull(seen.schema()) : tables.schema());
    }

    /** Readies a session step by step, and returns the tables with the schema that they are in. */
    static Tables begin(Session session, Tables tables, StatementLimits limits) {
        String current = session.begin(tables.quotedSchema(), limits);
        String schema = tables.schema() == null ? current : tables.schema();
        if (schema == null) {
            throw new DatabaseException(
                    "The connection has no current schema: none of the schemas on its search_path exists.",
                    "Create the schema, or name one with migration.schema (it is created where it is missing).",
                    null);
        }
        return tables.in(schema);
    }

    private void takeOver(RunStart start, SessionStart.Wanted wanted) {
        if (start.locked()) {
            lock.isHeldAlready();
            state = start.state();
        }
        try {
            session.begin(start.session(), wanted);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Waits until the lock is held, or until there is nothing left to do.
     *
     * @param done asked at each turn: whether the other process has done the work already
     * @return whether the lock is held; false only when done
     * @throws LockTimeoutException when another process holds the lock for too long
     * @throws CancelledException when the run is cancelled
     */
    public boolean acquire(BooleanSupplier done) {
        return lock.isHeld() || lock.acquire(request.settings().lockWait(), done, new LockWaitLog(request.listener()));
    }

    /** Returns what the database holds while nobody else changes it, with its history; the lock is held. */
    public DatabaseState state() {
        DatabaseState read = state;
        if (read == null) {
            read = new StateReader(tables).readWithHistory(session);
            state = read;
        }
        return read;
    }

    Session session() {
        return session;
    }

    /** Returns the tables, with the schema that they are in. */
    Tables tables() {
        return tables;
    }

    /** Returns the lock itself. */
    AdvisoryLock advisory() {
        return lock;
    }

    /** Frees the lock where it is held, and puts the session back. */
    @Override
    public void close() {
        lock.release();
    }

    /**
     * The start of a run in one round trip: the session's settings, the migration lock where it is free, and the state that the
     * lock protects.
     *
     * @param session what was found and set; where that does not last, nothing is locked either
     * @param locked whether the lock is held now
     * @param state the state as of after the lock
     */
    private record RunStart(SessionStart session, boolean locked, DatabaseState state) {

        private static final Logger log = LoggerFactory.getLogger(RunStart.class);

        /**
         * What is asked for.
         *
         * @param reader of the state
         * @param key of the lock
         */
        record Request(SessionStart.Wanted wanted, StateReader reader, long key) {}

        /** Empty where it takes more than one round trip; then nothing was done. */
        static Optional<RunStart> of(Session session, Request request) {
            try {
                QueryExecutor executor = Wire.executor(session.connection());
                return executor == null
                        ? Optional.empty()
                        : Optional.of(ask(session, request, executor.getBackendPID()));
            } catch (SQLException e) {
                log.debug("What a run needs is asked for step by step", e);
                session.abandon(AdvisoryLock.unlock(request.key()));
                return Optional.empty();
            }
        }

        private static RunStart ask(Session session, Request request, int pid) throws SQLException {
            List<String> statements = new ArrayList<>(List.of("BEGIN ISOLATION LEVEL READ COMMITTED"));
            statements.addAll(request.wanted().statements());
            statements.add("SELECT pg_try_advisory_lock(?)" + SessionStart.IF_OURS);
            statements.addAll(request.reader().statementsWithHistory());
            statements.add("COMMIT");
            try (PreparedStatement statement = session.connection().prepareStatement(String.join("; ", statements))) {
                int index = request.wanted().bind(statement, pid);
                statement.setLong(index++, request.key());
                statement.setInt(index, pid);
                statement.execute();
                return read(statement, request.reader());
            }
        }

        private static RunStart read(PreparedStatement statement, StateReader reader) throws SQLException {
            SessionStart session = SessionStart.read(statement);
            ResultSet lock = Results.next(statement);
            boolean locked = lock.next() && lock.getBoolean(1);
            Results.next(statement);
            return new RunStart(session, locked, reader.readWithHistory(statement));
        }
    }
}
