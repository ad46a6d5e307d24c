package dev.athanor.migration.lock;

import dev.athanor.migration.session.Cancellation;
import dev.athanor.migration.session.SqlErrors;
import dev.athanor.migration.session.StatementLimits;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a whole transaction again if it did not get a lock in time, or lost a deadlock or serialization conflict. The
 * pauses between the attempts grow, with jitter.
 *
 * @since 0.1.0
 */
public final class LockRetry {

    private static final Logger log = LoggerFactory.getLogger(LockRetry.class);
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Set<String> LOST_TO_ANOTHER = Set.of("40P01", "40001");
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    /** Represents work that always runs from the beginning and leaves nothing behind if it fails. */
    public interface Work<E extends Exception> {
        /** Runs the work once. */
        void run() throws SQLException, E;
    }

    private final StatementLimits limits;
    private final Cancellation cancellation;
    private final LockWatch watch;
    private int retries;

    /** Creates a retry with the number of attempts from the limits. */
    public LockRetry(StatementLimits limits, Cancellation cancellation, LockWatch watch) {
        this.limits = limits;
        this.cancellation = cancellation;
        this.watch = watch;
    }

    /** Resets the attempts for a new step. */
    public void reset() {
        retries = 0;
        watch.forget();
    }

    /** Returns whether the failure was caused by locks of other sessions. */
    public static boolean isContention(Exception failure) {
        String state = SqlErrors.state(failure);
        return LOST_TO_ANOTHER.contains(state) || LOCK_NOT_AVAILABLE.equals(state);
    }

    /** Returns how often the step was tried. */
    public int attempts() {
        return retries + 1;
    }

    /**
     * Runs the work, and runs it again after lock contention.
     *
     * @param timeouts who limits the waits for locks: a lock timeout is not retried if the script sets {@code
     *     lock_timeout} itself
     */
    public <E extends Exception> void run(TimeoutSource timeouts, Work<E> work) throws SQLException, E {
        while (true) {
            try {
                work.run();
                return;
            } catch (Exception e) {
                if (!willRetry(e, timeouts)) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    /** Returns whether such a failure leads to another attempt. */
    public boolean willRetry(Exception failure, TimeoutSource timeouts) {
        return retries < limits.lockRetries() && retryable(failure, timeouts);
    }

    private boolean retryable(Exception failure, TimeoutSource timeouts) {
        String state = SqlErrors.state(failure);
        return LOST_TO_ANOTHER.contains(state)
                || LOCK_NOT_AVAILABLE.equals(state) && timeouts == TimeoutSource.RUN && limits.limitLocks();
    }

    private void pause(Exception failure) {
        Duration pause = pauseAfter(retries++);
        log.warn(
                "Rolled back, tried again in {} ms (retry {} of {}): {}{}",
                pause.toMillis(),
                retries,
                limits.lockRetries(),
                SqlErrors.rootMessage(failure),
                watch.seen().map(wait -> "; it waited for " + wait).orElse(""));
        cancellation.pause(pause);
    }

    /**
     * Returns a random pause between half of the current maximum and all of it. The maximum doubles from half a second
     * to half a minute.
     */
    static Duration pauseAfter(int failures) {
        long longest = Math.min(FIRST_PAUSE_MILLIS << Math.min(failures, 16), LONGEST_PAUSE_MILLIS);
        return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }
}
