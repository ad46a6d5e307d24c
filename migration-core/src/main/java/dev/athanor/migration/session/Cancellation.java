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
 * Lets another thread end what is running, so that a shutdown leaves no statement of this process behind on the server.
 *
 * @since 0.1.0
 */
public final class Cancellation {

    private static final Logger log = LoggerFactory.getLogger(Cancellation.class);

    /** Represents a statement that is running. Closing it marks the statement as ended. */
    public interface Running extends AutoCloseable {
        @Override
        void close();
    }

    private final CountDownLatch requested = new CountDownLatch(1);
    /** Cancels a running statement of the driver. */
    public interface Cancellable {
        /** Asks the driver to break it off. */
        void cancel() throws SQLException;
    }

    private final Set<Cancellable> statements = ConcurrentHashMap.newKeySet();

    /** Creates one that nobody has requested yet. */
    public Cancellation() {}

    /**
     * Registers a statement that is about to run.
     *
     * @throws CancelledException if cancellation was requested
     */
    public Running running(Cancellable statement) {
        statements.add(statement);
        if (isRequested()) {
            statements.remove(statement);
            throw new CancelledException();
        }
        return () -> statements.remove(statement);
    }

    /** Cancels the running statements and lets nothing begin afterwards. */
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

    /** Returns whether cancellation was requested. */
    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    /**
     * Checks that something may begin.
     *
     * @throws CancelledException if cancellation was requested
     */
    public void check() {
        if (isRequested()) {
            throw new CancelledException();
        }
    }

    /**
     * Waits for the given duration.
     *
     * @throws CancelledException if cancellation is requested or the thread is interrupted
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
