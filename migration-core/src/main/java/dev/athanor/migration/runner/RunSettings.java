package dev.athanor.migration.runner;

import dev.athanor.migration.session.StatementLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a plan is run.
 *
 * @param transaction what one transaction spans
 * @param lockWait how long to wait for another process that holds the migration lock
 * @param limits how long statements may wait and run
 * @param applicationVersion recorded in the history, where known
 */
public record RunSettings(
        TransactionScope transaction,
        Duration lockWait,
        StatementLimits limits,
        @Nullable String applicationVersion) {

    /** With the default limits. */
    public RunSettings(TransactionScope transaction, Duration lockWait, @Nullable String applicationVersion) {
        this(transaction, lockWait, StatementLimits.defaults(), applicationVersion);
    }

    /** One transaction a revision; ten minutes of waiting for the lock. */
    public static RunSettings defaults() {
        return new RunSettings(TransactionScope.REVISION, Duration.ofMinutes(10), null);
    }
}
