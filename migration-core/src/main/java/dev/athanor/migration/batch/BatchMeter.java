package dev.athanor.migration.batch;

import dev.athanor.migration.history.BatchBookmark;
import dev.athanor.migration.operation.Batch;
import dev.athanor.migration.plan.Step;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listener of each batch, and the log now and then. */
final class BatchMeter {

    private static final Logger log = LoggerFactory.getLogger(BatchMeter.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final BatchedStatement batched;
    private final BiConsumer<Step, BatchProgress> listener;
    private final long estimatedRows;
    private final long walkedBefore;
    private final long begun = System.nanoTime();
    private long saidAt = begun;

    BatchMeter(
            BatchedStatement batched,
            BiConsumer<Step, BatchProgress> listener,
            long estimatedRows,
            BatchBookmark resumed) {
        this.batched = batched;
        this.listener = listener;
        this.estimatedRows = estimatedRows;
        this.walkedBefore = resumed.walked();
    }

    void finished(BatchBookmark bookmark, BatchProgress.LatestBatch latest) {
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
        listener.accept(batched.step(), progress);
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
