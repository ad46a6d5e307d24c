package dev.athanor.migration.lock;

import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.StatementLimits;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks on a second connection, and only while a statement runs for long, which lock the statement waits for and who
 * holds it.
 *
 * <p>The check runs on its own thread. If a pool has no second connection, nothing is known and nothing is delayed.
 *
 * @since 0.1.0
 */
public final class LockWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LockWatch.class);
    private static final long LONGEST_PATIENCE_MILLIS = 1_000;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(15);

    private static final long IDLE = 0;

    private final Session session;
    private final long patienceMillis;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(LockWatch::daemon);
    private volatile long lookAt = IDLE;
    private volatile @Nullable LockWait seen;
    private long saidAt;
    private @Nullable String said;

    /** Begins to watch the statements of a session. */
    public LockWatch(Session session, StatementLimits limits) {
        this.session = session;
        this.patienceMillis = patience(limits);
        long tick = Math.max(10, patienceMillis / 4);
        thread.scheduleWithFixedDelay(this::tick, tick, tick, TimeUnit.MILLISECONDS);
    }

    /**
     * Returns the time before the first check: one second, or half of the lock timeout if that is shorter, so that the
     * check precedes the timeout.
     */
    private static long patience(StatementLimits limits) {
        return limits.limitLocks()
                ? Math.min(LONGEST_PATIENCE_MILLIS, limits.lockTimeout().toMillis() / 2)
                : LONGEST_PATIENCE_MILLIS;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "migration-lock-watch");
        thread.setDaemon(true);
        return thread;
    }

    /** Marks the beginning of a statement. */
    public void statementBegins() {
        lookAt = afterPatience();
    }

    private long afterPatience() {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis) | 1;
    }

    /** Marks the end of a statement. */
    public void statementEnds() {
        lookAt = IDLE;
    }

    /** Returns the lock wait that the last check found. */
    public Optional<LockWait> seen() {
        return Optional.ofNullable(seen);
    }

    void forget() {
        seen = null;
    }

    private void tick() {
        long due = lookAt;
        if (due == IDLE || System.nanoTime() - due < 0) {
            return;
        }
        lookAt = afterPatience();
        try {
            look();
        } catch (SQLException | RuntimeException e) {
            log.debug("What a statement waits for could not be looked up", e);
        }
    }

    private void look() throws SQLException {
        try (Connection connection = session.dataSource().getConnection()) {
            LockWaitQuery.run(connection, session.pid()).ifPresent(this::tell);
        }
    }

    private void tell(LockWait wait) {
        seen = wait;
        long now = System.nanoTime();
        String holders = wait.relation()
                + wait.blockers().stream().map(LockWait.Blocker::pid).toList();
        if (!holders.equals(said) || now - saidAt > BETWEEN_LINES.toNanos()) {
            log.warn("Waiting for {}", wait);
            said = holders;
            saidAt = now;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
