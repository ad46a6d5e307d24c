package dev.athanor.migration.runner;

import dev.athanor.migration.history.Bookmark;
import dev.athanor.migration.operation.Batch;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listener of each batch, and the log now and then. */
final class BatchMeter {

    private static final Logger log = LoggerFactory.getLogger(BatchMeter.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final BatchedStatement batched;
    private final RunListener listener;
    private final long estimatedRows;
    private final long walkedBefore;
    private final long begun = System.nanoTime();
    private long saidAt = begun;

    BatchMeter(BatchedStatement batched, RunListener listener, long estimatedRows, Bookmark resumed) {
        this.batched = batched;
        this.listener = listener;
        this.estimatedRows = estimatedRows;
        this.walkedBefore = resumed.walked();
    }

    void finished(Bookmark bookmark, BatchProgress.LatestBatch latest) {
        Batch batch = batched.batch();
        BatchProgress progress = new BatchProgress(
                batch.table().toString(),
                bookmark.walked(),
                bookmark.changed(),
                estimatedRows,
                bookmark.walked() - walkedBefore,
                Duration.ofNanos(System.nanoTime() - begun),
                latest,
                bookmark.isAtEnd());
        listener.batchFinished(batched.step(), progress);
        tell(progress);
    }

    private void tell(BatchProgress progress) {
        long now = System.nanoTime();
        if (progress.finished() || now - saidAt > BETWEEN_LINES.toNanos()) {
            saidAt = now;
            log.info("{}", progress);
        }
    }
}
