package dev.athanor.migration.runner;

import dev.athanor.migration.history.DatabaseState;
import dev.athanor.migration.history.StateReader;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.lock.AdvisoryLock;
import dev.athanor.migration.lock.LockTimeoutException;
import dev.athanor.migration.session.Cancellation;
import dev.athanor.migration.session.CancelledException;
import dev.athanor.migration.session.DatabaseException;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.SessionStart;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

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
        SessionStart.Wanted wanted = request.settings().session(request.tables().quotedSchema());
        Optional<RunStart> start = start(session, wanted, seen, request);
        if (start.isEmpty()) {
            return new MigrationLock(session, begin(session, request.tables(), request.settings()), request);
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
    static Tables begin(Session session, Tables tables, RunSettings settings) {
        String current = session.begin(settings.session(tables.quotedSchema()));
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
}
