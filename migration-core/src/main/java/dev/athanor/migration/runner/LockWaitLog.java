package dev.athanor.migration.runner;

import dev.athanor.migration.lock.LockHolder;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs which session holds the migration lock: at once when the holder changes, and every 30 seconds. */
final class LockWaitLog implements Consumer<LockHolder> {

    private static final Logger log = LoggerFactory.getLogger(LockWaitLog.class);
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    private final RunListener listener;
    private int saidOf;
    private long saidAt;

    LockWaitLog(RunListener listener) {
        this.listener = listener;
    }

    @Override
    public void accept(LockHolder holder) {
        long now = System.nanoTime();
        if (holder.pid() != saidOf || now - saidAt > BETWEEN.toNanos()) {
            log.warn("Waiting for the migration lock: {} holds it", holder);
            saidOf = holder.pid();
            saidAt = now;
        }
        listener.waitingForLock(holder);
    }
}
