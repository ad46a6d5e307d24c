package dev.athanor.migration.session;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long the statements of scripts may wait and run.
 *
 * @param lockTimeout how long a statement may wait for a lock, and traffic behind it; zero: as the server has it
 * @param lockRetries how often a transaction that got no lock, or met a deadlock, is run again
 * @param statementTimeout how long a statement may run; null: as the server has it
 * @since 0.1.0
 */
public record StatementLimits(
        Duration lockTimeout, int lockRetries, @Nullable Duration statementTimeout) {

    public StatementLimits {
        Objects.requireNonNull(lockTimeout, "lockTimeout");
    }

    /** Three seconds for a lock, twenty more tries in about ten minutes, as long as it takes to run. */
    public static StatementLimits defaults() {
        return new StatementLimits(Duration.ofSeconds(3), 20, null);
    }

    /** Returns these limits with another time to wait for a lock; zero leaves it to the server. */
    public StatementLimits withLockTimeout(Duration other) {
        return new StatementLimits(other, lockRetries, statementTimeout);
    }

    /** Returns these limits with another number of tries after a lock timeout or a deadlock. */
    public StatementLimits withLockRetries(int other) {
        return new StatementLimits(lockTimeout, other, statementTimeout);
    }

    /** Returns these limits with a time that a statement may run. */
    public StatementLimits withStatementTimeout(Duration other) {
        return new StatementLimits(lockTimeout, lockRetries, other);
    }

    /** Tells whether waits for locks are limited. */
    public boolean limitLocks() {
        return !lockTimeout.isZero();
    }
}
