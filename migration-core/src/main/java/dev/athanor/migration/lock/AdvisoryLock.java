package dev.athanor.migration.lock;

import dev.athanor.migration.history.TableNames;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.session.Cancellation;
import dev.athanor.migration.session.Session;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Represents the migration lock: a session-level advisory lock of PostgreSQL, one per database and version table.
 *
 * <p>The lock is polled in auto-commit mode. A blocking wait would hold a snapshot, and {@code CREATE INDEX
 * CONCURRENTLY} waits for every older snapshot, so the two would wait for each other forever. The server releases the
 * lock when the session ends.
 *
 * @since 0.1.0
 */
public final class AdvisoryLock {

    private static final Logger log = LoggerFactory.getLogger(AdvisoryLock.class);
    /** Prefixes the names of the schema and the version table in the text from which the key is computed. */
    public static final String PREFIX = "dev.athanor.migration:";

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final Session session;
    private final Cancellation cancellation;
    private final String table;
    private final long key;
    private boolean held;

    /** Creates the lock without taking it. */
    public AdvisoryLock(Session session, Tables resolved, Cancellation cancellation) {
        this.session = session;
        this.cancellation = cancellation;
        this.table = new TableNames(resolved).version();
        this.key = key(resolved.schema() + "." + resolved.versionTable());
    }

    /**
     * Waits until the lock is held, or until nothing is left to do.
     *
     * @param wait the maximum time to wait
     * @param done called on each attempt; returns whether another process has already done the work
     * @param waiting is notified of the session that holds the lock
     * @return whether the lock is held; {@code false} only if the work is done
     * @throws LockTimeoutException if the maximum time has passed
     */
    public boolean acquire(Duration wait, BooleanSupplier done, Consumer<LockHolder> waiting) {
        long deadline = System.nanoTime() + wait.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (!tryAcquire()) {
            Optional<LockHolder> holder = holder();
            holder.ifPresent(waiting);
            if (System.nanoTime() - deadline >= 0) {
                throw new LockTimeoutException(table, wait, holder);
            }
            cancellation.pause(
                    Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1)));
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            if (done.getAsBoolean()) {
                return false;
            }
        }
        return true;
    }

    /** Takes the lock if it is free, and returns whether the lock is held now. */
    public boolean tryAcquire() {
        held = session.query("SELECT pg_try_advisory_lock(?)", (row, number) -> row.getBoolean(1), key)
                .get(0);
        return held;
    }

    /** Records that the session has taken the lock by other means. */
    public void isHeldAlready() {
        held = true;
    }

    /** Returns whether the session holds the lock. */
    public boolean isHeld() {
        return held;
    }

    /**
     * Releases the lock and restores the session. If the connection is lost, the server has already released the lock.
     */
    public void release() {
        session.putBack(held ? Optional.of(unlock(key)) : Optional.empty());
        held = false;
    }

    /** Returns the statement that releases a lock. */
    public static String unlock(long key) {
        return "SELECT pg_advisory_unlock(" + key + ")";
    }

    /** Returns the key of the lock on the server. */
    public long key() {
        return key;
    }

    /** Returns the session that holds the lock, as far as the role may see it. */
    public Optional<LockHolder> holder() {
        return session
                .query(
                        "SELECT a.pid, coalesce(a.usename, ''), coalesce(a.application_name, ''), host(a.client_addr),"
                                + " coalesce(extract(epoch FROM clock_timestamp() - a.backend_start), 0)::bigint"
                                + " FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
                                + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
                                + " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                                + " AND l.classid::bigint = ? AND l.objid::bigint = ?",
                        (row, number) -> new LockHolder(
                                row.getInt(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                Duration.ofSeconds(row.getLong(5))),
                        key >>> 32,
                        key & 0xffffffffL)
                .stream()
                .findFirst();
    }

    private static long key(String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((PREFIX + name).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
