package dev.athanor.migration.batch;

import dev.athanor.migration.directive.Batch;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.BatchBookmark;
import dev.athanor.migration.history.BatchBookmarks;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.lock.LockRetry;
import dev.athanor.migration.lock.LockWatch;
import dev.athanor.migration.lock.TimeoutSource;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.session.Cancellation;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.sql.RangedStatement;
import dev.athanor.migration.sql.RestrictedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a statement on a large table in batches.
 *
 * <p>Each batch takes two round trips: the first one queries where the batch ends, and in the second one the statement
 * for that part and the bookmark commit together.
 *
 * @since 0.1.0
 */
public final class BatchRunner {

    private final Session session;
    private final BatchBookmarks books;
    private final Cancellation cancellation;
    private final LockRetry retry;
    private final BiConsumer<Step, BatchProgress> listener;
    private final BatchExecutor executor;

    /**
     * Creates a runner.
     *
     * @param listener is notified of each committed batch
     */
    public BatchRunner(
            BatchContext context, LockWatch watch, LockRetry retry, BiConsumer<Step, BatchProgress> listener) {
        this.session = context.session();
        this.books = context.books();
        this.cancellation = context.cancellation();
        this.retry = retry;
        this.listener = listener;
        this.executor = new BatchExecutor(context, watch);
    }

    /** Returns the bookmark that an unfinished run of a step has left. */
    public BatchBookmark bookmark(Direction direction, RevisionId revision) {
        books.ready();
        return books.of(direction, revision);
    }

    /**
     * Processes the table, from the bookmark if it belongs to this statement.
     *
     * @return how many rows were changed, in earlier runs and in this run
     * @throws ChangedBatchException if the bookmark belongs to another statement
     */
    public long run(BatchedStatement batched, BatchBookmark left) throws SQLException, StatementFailure {
        Batch batch = batched.batch();
        if (left.isBegun() && !left.isOf(batch)) {
            throw new ChangedBatchException(batched, left);
        }
        BatchKey key = BatchKey.of(session, batched);
        BatchBookmark bookmark = left.isBegun() ? left : BatchBookmark.beginning(batch, key.last(session));
        BatchMeter meter = new BatchMeter(batched, listener, key.estimatedRows(session), bookmark);
        return walk(new Walk(batched, RangedStatement.of(batch.sql()), key, new Pace(batch), meter), bookmark);
    }

    /** Holds what stays the same from batch to batch. */
    private record Walk(BatchedStatement batched, RangedStatement ranged, BatchKey key, Pace pace, BatchMeter meter) {

        RestrictedStatement part(BatchBookmark from, String upTo) {
            Batch batch = batched.batch();
            String column = ranged.key(batch.key(), batch.alias());
            return ranged.where(BatchKey.condition(column, key.type(), from.reached(), upTo));
        }
    }

    private long walk(Walk walk, BatchBookmark from) throws SQLException, StatementFailure {
        Duration pause = walk.batched().batch().pause();
        BatchBookmark bookmark = from;
        while (!bookmark.isAtEnd()) {
            cancellation.check();
            bookmark = one(walk, bookmark);
            if (!pause.isZero() && !bookmark.isAtEnd()) {
                cancellation.pause(pause);
            }
        }
        return bookmark.changed();
    }

    private BatchBookmark one(Walk walk, BatchBookmark from) throws SQLException, StatementFailure {
        long begun = System.nanoTime();
        int rows = walk.pace().size();
        BatchBookmark[] reached = {from};
        retry.reset();
        retry.<StatementFailure>run(TimeoutSource.RUN, () -> {
            String upTo = walk.key().next(session, from, rows);
            RestrictedStatement part = walk.part(from, upTo);
            long changed = executor.execute(walk.batched(), part, from.and(upTo, rows, 0));
            reached[0] = from.and(upTo, rows, changed);
        });
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        walk.pace().took(took);
        long changed = reached[0].changed() - from.changed();
        walk.meter().finished(reached[0], new BatchProgress.LatestBatch(rows, changed, took));
        return reached[0];
    }

    /**
     * Determines how many rows the next batch processes: the configured number, or as many as fit into the target
     * duration of a batch.
     */
    static final class Pace {

        private static final int LARGEST = 1_000_000;
        private static final double MOST_CHANGE = 2;

        private final @Nullable Duration target;
        private int size;

        Pace(Batch batch) {
            this.size = batch.size();
            this.target = batch.target();
        }

        int size() {
            return size;
        }

        /**
         * Adjusts the size after a batch of the current size has taken the given time. The next batch is at most twice
         * and at least half as large.
         */
        void took(Duration duration) {
            if (target != null) {
                double factor = (double) target.toNanos() / Math.max(1, duration.toNanos());
                double change = Math.max(1 / MOST_CHANGE, Math.min(MOST_CHANGE, factor));
                size = (int) Math.max(1, Math.min(LARGEST, Math.round(size * change)));
            }
        }
    }

    /** Notifies the listener of each batch, and logs the progress from time to time. */
    private static final class BatchMeter {

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
}
