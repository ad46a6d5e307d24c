package dev.athanor.migration;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.MigrationRunner;
import dev.athanor.migration.status.RunMonitor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Tracks the runs of one facade: reports their ends to the monitor, and ends them all when the application shuts down.
 */
final class Runs {

    /**
     * Limits how often the cancel is repeated. The driver does not cancel a statement that is just about to be sent.
     */
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

    /** Runs the given work and reports its end to the monitor. After {@link #close()}, the runner refuses to begin. */
    MigrationReport watch(Supplier<MigrationReport> run) {
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

    /** Cancels the current runs at once, and lets no further run begin. */
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
