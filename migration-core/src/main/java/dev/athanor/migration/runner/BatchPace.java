package dev.athanor.migration.runner;

import dev.athanor.migration.operation.Batch;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How many rows the next batch walks: as many as are asked for, or as the time allows that a batch should take. */
final class BatchPace {

    private static final int LARGEST = 1_000_000;
    private static final double MOST_CHANGE = 2;

    private final @Nullable Duration target;
    private int size;

    BatchPace(Batch batch) {
        this.size = batch.size();
        this.target = batch.target();
    }

    int size() {
        return size;
    }

    /** A batch of this size has taken so long: the next is at most twice as large, at least half as large. */
    void took(Duration duration) {
        if (target != null) {
            double factor = (double) target.toNanos() / Math.max(1, duration.toNanos());
            double change = Math.max(1 / MOST_CHANGE, Math.min(MOST_CHANGE, factor));
            size = (int) Math.max(1, Math.min(LARGEST, Math.round(size * change)));
        }
    }
}
