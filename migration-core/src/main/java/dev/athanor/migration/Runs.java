package dev.athanor.migration;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.runner.DatabaseState;
import dev.athanor.migration.runner.HeadMark;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.MigrationRunner;
import dev.athanor.migration.runner.Session;
import dev.athanor.migration.status.RunMonitor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** The runs of one facade: what watches them is told of their ends, and all of them end when the application does. */
final class Runs {

    /** The driver does not cancel a statement that is just about to be sent, so it is told again. */
    private static final int CANCELS = 25;

    private static final long MILLIS_BETWEEN_CANCELS = 200;

    private final MigrationRunner runner;
    private final RunMonitor monitor;
    private final LogFields logFields;
    private final ReadWriteLock running = new ReentrantReadWriteLock();

    Runs(MigrationRunner runner, RunMonitor monitor, LogFields logFields) {
        this.runner = runner;
        this.monitor = monitor;
        this.logFields = logFields;
    }

    /**
     * Runs what is planned.
     *
     * @param sessions asked for one when it may begin
     */
    MigrationReport run(
            Supplier<Session> sessions, Function<Session, Function<DatabaseState, MigrationPlan>> planning) {
        return watched(() -> {
            try (Session session = sessions.get()) {
                return runner.run(session, planning.apply(session));
            }
        });
    }

    /**
     * Runs what is planned, unless the database says that there is nothing to do.
     *
     * @param mark what it says that with; made before a session is asked for
     */
    MigrationReport run(
            Supplier<Session> sessions,
            Function<Session, Function<DatabaseState, MigrationPlan>> planning,
            Supplier<HeadMark> mark) {
        return watched(() -> {
            HeadMark made = mark.get();
            try (Session session = sessions.get()) {
                return runner.run(session, planning.apply(session), made);
            }
        });
    }

    private MigrationReport watched(Supplier<MigrationReport> run) {
        running.readLock().lock();
        try {
            MigrationReport report = run.get();
            monitor.succeeded();
            return report;
        } catch (MigrationException e) {
            monitor.failed(e);
            throw e;
        } finally {
            monitor.ended();
            logFields.ended();
            running.readLock().unlock();
        }
    }

    /** Ends what runs, at once, and lets nothing begin. */
    void close() {
        try {
            for (int tries = 0; tries < CANCELS; tries++) {
                runner.cancel();
                if (running.writeLock().tryLock(MILLIS_BETWEEN_CANCELS, TimeUnit.MILLISECONDS)) {
                    running.writeLock().unlock();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
