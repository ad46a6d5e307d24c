package dev.athanor.migration.status;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.lock.BackendActivity;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.runner.RunListener;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks regularly what the backend of a run is doing while the run takes longer than a second.
 *
 * <p>The check runs on its own thread and connection. If a pool has no second connection, nothing is known and nothing
 * is delayed.
 *
 * @since 0.1.0
 */
public final class ActivityWatch implements RunListener {

    private static final Logger log = LoggerFactory.getLogger(ActivityWatch.class);
    private static final long MILLIS_BETWEEN_LOOKS = 1_000;

    private final RunMonitor monitor;
    private final Supplier<Optional<BackendActivity>> look;

    /**
     * Creates the watch.
     *
     * @param look reads what the backend of the run is doing
     */
    public ActivityWatch(RunMonitor monitor, Supplier<Optional<BackendActivity>> look) {
        this.monitor = monitor;
        this.look = look;
    }

    @Override
    public void runStarted(MigrationPlan plan) {
        Thread thread = new Thread(() -> watch(plan), "migration-activity-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** Watches until the run is over, whether it succeeds or fails. */
    private void watch(MigrationPlan plan) {
        try {
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
            while (monitor.isAt(plan)) {
                look();
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            look.get().ifPresent(monitor::saw);
        } catch (MigrationException e) {
            log.debug("What the run's backend does could not be looked up", e);
        }
    }
}
