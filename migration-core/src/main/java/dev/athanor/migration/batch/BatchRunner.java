package dev.athanor.migration.batch;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.BatchBookmark;
import dev.athanor.migration.history.BatchBookmarks;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.lock.LockRetry;
import dev.athanor.migration.lock.LockWatch;
import dev.athanor.migration.lock.TimeoutSource;
import dev.athanor.migration.operation.Batch;
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

/**
 * Carries out a statement for a large table in batches.
 *
 * <p>A batch costs two round trips: where it ends is asked for, then the statement for the part up to there and the
 * bookmark commit together.
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
     * @param listener told of each batch that has been committed
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
     * Walks the table, from the bookmark on where it is this statement's.
     *
     * @return how many rows were changed, in earlier runs and in this one
     * @throws ChangedBatchException where the bookmark is another statement's
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

    /** What stays the same from batch to batch. */
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

    /** How many rows the next batch walks: as many as are asked for, or as the time allows that a batch should take. */
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

        /** A batch of this size has taken so long: the next is at most twice as large, at least half as large. */
        void took(Duration duration) {
            if (target != null) {
                double factor = (double) target.toNanos() / Math.max(1, duration.toNanos());
                double change = Math.max(1 / MOST_CHANGE, Math.min(MOST_CHANGE, factor));
                size = (int) Math.max(1, Math.min(LARGEST, Math.round(size * change)));
            }
        }
    }
}
