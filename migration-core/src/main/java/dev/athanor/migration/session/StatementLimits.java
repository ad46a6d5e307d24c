package dev.athanor.migration.session;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Limits how long the statements of scripts may wait and run.
 *
 * @param lockTimeout how long a statement may wait for a lock and block other sessions behind it; zero leaves the
 *     server's setting
 * @param lockRetries how often a transaction is run again after a lock timeout or a deadlock
 * @param statementTimeout how long a statement may run, or {@code null} for the server's setting
 * @since 0.1.0
 */
public record StatementLimits(
        Duration lockTimeout, int lockRetries, @Nullable Duration statementTimeout) {

    public StatementLimits {
        Objects.requireNonNull(lockTimeout, "lockTimeout");
    }

    /**
     * Returns the default limits: three seconds per lock, twenty retries in about ten minutes, and no limit on the time
     * a statement runs.
     */
    public static StatementLimits defaults() {
        return new StatementLimits(Duration.ofSeconds(3), 20, null);
    }

    /** Returns these limits with another time to wait for a lock. Zero leaves the server's setting. */
    public StatementLimits withLockTimeout(Duration other) {
        return new StatementLimits(other, lockRetries, statementTimeout);
    }

    /** Returns these limits with another number of retries after a lock timeout or a deadlock. */
    public StatementLimits withLockRetries(int other) {
        return new StatementLimits(lockTimeout, other, statementTimeout);
    }

    /** Returns these limits with a limit on the time a statement may run. */
    public StatementLimits withStatementTimeout(Duration other) {
        return new StatementLimits(lockTimeout, lockRetries, other);
    }

    /** Returns whether waits for locks are limited. */
    public boolean limitLocks() {
        return !lockTimeout.isZero();
    }
}
