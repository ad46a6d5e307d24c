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

/**
 * Holds the migration lock of a run, in a session that is ready for the run. Closing releases the lock and restores the
 * session.
 *
 * @since 0.1.0
 */
public final class MigrationLock implements AutoCloseable {

    /**
     * Describes the run that the lock is for.
     *
     * @param tables the tables that the lock protects
     * @param settings how long to wait for the lock, and how long statements may take
     * @param cancellation ends the wait
     * @param listener is notified of the wait
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
     * Prepares a session and, if the lock is free, takes the lock and reads the state.
     *
     * @param seen the state that was read before
     */
    static MigrationLock prepare(Session session, DatabaseState seen, Request request) {
        SessionStart.Wanted wanted =
                request.settings().session(request.tables().quotedSchema().orElse(null));
        Optional<RunStart> start = start(session, wanted, seen, request);
        if (start.isEmpty()) {
            return new MigrationLock(session, begin(session, request.tables(), request.settings()), request);
        }
        MigrationLock prepared = new MigrationLock(session, resolved(request.tables(), seen), request);
        prepared.takeOver(start.get(), wanted);
        return prepared;
    }

    /** Queries everything that a run needs in one round trip, if the tables exist already. */
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

    /** Prepares a session step by step, and returns the tables with their schema. */
    static Tables begin(Session session, Tables tables, RunSettings settings) {
        Optional<String> current =
                session.begin(settings.session(tables.quotedSchema().orElse(null)));
        return Optional.ofNullable(tables.schema())
                .or(() -> current)
                .map(tables::in)
                .orElseThrow(() -> new DatabaseException(
                        "The connection has no current schema: none of the schemas on its search_path exists.",
                        "Create the schema, or name one with migration.schema (it is created where it is missing).",
                        null));
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
     * Waits until the lock is held, or until nothing is left to do.
     *
     * @param done called on each attempt; returns whether another process has already done the work
     * @return whether the lock is held; {@code false} only if the work is done
     * @throws LockTimeoutException if another process holds the lock for too long
     * @throws CancelledException if the run is cancelled
     */
    public boolean acquire(BooleanSupplier done) {
        return lock.isHeld() || lock.acquire(request.settings().lockWait(), done, new LockWaitLog(request.listener()));
    }

    /**
     * Returns the state of the database with its history. The lock must be held, so that no other run changes the
     * state.
     */
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

    /** Returns the tables with their schema. */
    Tables tables() {
        return tables;
    }

    /** Returns the advisory lock. */
    AdvisoryLock advisory() {
        return lock;
    }

    /** Releases the lock if it is held, and restores the session. */
    @Override
    public void close() {
        lock.release();
    }

    /**
     * Starts a run in one round trip: sets up the session, takes the migration lock if it is free, and reads the
     * state that
     * the lock protects.
     *
     * @param session the settings that were found and set; if they do not last, nothing is locked either
     * @param locked whether the lock is held now
     * @param state the state as read after the lock
     */
    private record RunStart(SessionStart session, boolean locked, DatabaseState state) {

        private static final Logger log = LoggerFactory.getLogger(RunStart.class);

        /**
         * Describes what to ask for.
         *
         * @param wanted the wanted settings of the session
         * @param reader reads the state
         * @param key the key of the lock
         */
        record Request(SessionStart.Wanted wanted, StateReader reader, long key) {}

        /** Starts a run, or returns empty, with nothing done, if more than one round trip is needed. */
        static Optional<RunStart> of(Session session, Request request) {
            try {
                Optional<QueryExecutor> executor = Wire.executor(session.connection());
                return executor.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ask(session, request, executor.get().getBackendPID()));
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
