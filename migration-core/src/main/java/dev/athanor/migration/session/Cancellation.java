package dev.athanor.migration.session;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets another thread end what runs: at shutdown, no statement of ours is left behind on the server.
 *
 * @since 0.1.0
 */
public final class Cancellation {

    private static final Logger log = LoggerFactory.getLogger(Cancellation.class);

    /** A statement that runs now. */
    public interface Running extends AutoCloseable {
        @Override
        void close();
    }

    private final CountDownLatch requested = new CountDownLatch(1);
    /** What the driver can be asked to break off. */
    public interface Cancellable {
        /** Asks the driver to break it off. */
        void cancel() throws SQLException;
    }

    private final Set<Cancellable> statements = ConcurrentHashMap.newKeySet();

    /** Creates one that nobody has requested yet. */
    public Cancellation() {}

    /**
     * Says that a statement is about to run.
     *
     * @throws CancelledException when none may
     */
    public Running running(Cancellable statement) {
        statements.add(statement);
        if (isRequested()) {
            statements.remove(statement);
            throw new CancelledException();
        }
        return () -> statements.remove(statement);
    }

    /** Cancels what runs; nothing begins after it. */
    public void request() {
        requested.countDown();
        for (Cancellable statement : statements) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                log.warn("A statement could not be cancelled; the server ends it when the connection is closed", e);
            }
        }
    }

    /** Tells whether everything is to end. */
    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Makes sure that something may begin. */
    public void check() {
        if (isRequested()) {
            throw new CancelledException();
        }
    }

    /**
     * Waits.
     *
     * @throws CancelledException when that is over because of a request
     */
    public void pause(Duration duration) {
        try {
            if (requested.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CancelledException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }
}
