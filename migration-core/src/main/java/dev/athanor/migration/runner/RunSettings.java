package dev.athanor.migration.runner;

import dev.athanor.migration.session.StatementLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Holds the settings for running a plan.
 *
 * @param transaction what one transaction spans
 * @param lockWait how long to wait for another process that holds the migration lock
 * @param limits how long statements may wait and run
 * @param applicationVersion the version that the history records, or {@code null} if it is unknown
 * @since 0.1.0
 */
public record RunSettings(
        TransactionScope transaction,
        Duration lockWait,
        StatementLimits limits,
        @Nullable String applicationVersion) {

    /** Creates settings with the default limits. */
    public RunSettings(TransactionScope transaction, Duration lockWait, @Nullable String applicationVersion) {
        this(transaction, lockWait, StatementLimits.defaults(), applicationVersion);
    }

    /** Returns the default settings: one transaction per revision, and a lock wait of ten minutes. */
    public static RunSettings defaults() {
        return new RunSettings(TransactionScope.REVISION, Duration.ofMinutes(10), null);
    }

    /** Returns these settings with another transaction scope. */
    public RunSettings withTransaction(TransactionScope other) {
        return new RunSettings(other, lockWait, limits, applicationVersion);
    }

    /** Returns these settings with another time to wait for a process that holds the migration lock. */
    public RunSettings withLockWait(Duration other) {
        return new RunSettings(transaction, other, limits, applicationVersion);
    }

    /** Returns these settings with other limits for statements. */
    public RunSettings withLimits(StatementLimits other) {
        return new RunSettings(transaction, lockWait, other, applicationVersion);
    }

    /** Returns these settings with the application version that the history records. */
    public RunSettings withApplicationVersion(String version) {
        return new RunSettings(transaction, lockWait, limits, version);
    }
}
