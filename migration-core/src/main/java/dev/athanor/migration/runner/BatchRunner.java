package dev.athanor.migration.runner;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.BatchBooks;
import dev.athanor.migration.history.Bookmark;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.lock.LockRetry;
import dev.athanor.migration.lock.LockWatch;
import dev.athanor.migration.lock.TimeoutSource;
import dev.athanor.migration.operation.Batch;
import dev.athanor.migration.session.Cancellation;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.sql.RangedStatement;
import dev.athanor.migration.sql.RestrictedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Carries out a statement for a large table in batches.
 *
 * <p>A batch costs two round trips: where it ends is asked for, then the statement for the part up to there and the
 * bookmark commit together.
 */
final class BatchRunner {

    private final Session session;
    private final BatchBooks books;
    private final Cancellation cancellation;
    private final LockRetry retry;
    private final RunListener listener;
    private final BatchExecutor executor;

    BatchRunner(RunContext context, LockWatch watch, LockRetry retry, RunListener listener) {
        this.session = context.session();
        this.books = context.books().batches();
        this.cancellation = context.cancellation();
        this.retry = retry;
        this.listener = listener;
        this.executor = new BatchExecutor(context, watch);
    }

    /** The bookmark that an unfinished run of a step has left. */
    Bookmark bookmark(Direction direction, RevisionId revision) {
        books.ready();
        return books.of(direction, revision);
    }

    /**
     * Walks the table, from the bookmark on where it is this statement's.
     *
     * @return how many rows were changed, in earlier runs and in this one
     * @throws ChangedBatchException where the bookmark is another statement's
     */
    long run(BatchedStatement batched, Bookmark left) throws SQLException, StatementFailure {
        Batch batch = batched.batch();
        if (left.isBegun() && !left.isOf(batch)) {
            throw new ChangedBatchException(batched, left);
        }
        BatchKey key = BatchKey.of(session, batched);
        Bookmark bookmark = left.isBegun() ? left : Bookmark.beginning(batch, key.last(session));
        BatchMeter meter = new BatchMeter(batched, listener, key.estimatedRows(session), bookmark);
        return walk(new Walk(batched, RangedStatement.of(batch.sql()), key, new BatchPace(batch), meter), bookmark);
    }

    /** What stays the same from batch to batch. */
    private record Walk(
            BatchedStatement batched, RangedStatement ranged, BatchKey key, BatchPace pace, BatchMeter meter) {

        RestrictedStatement part(Bookmark from, String upTo) {
            Batch batch = batched.batch();
            String column = ranged.key(batch.key(), batch.alias());
            return ranged.where(BatchKey.condition(column, key.type(), from.reached(), upTo));
        }
    }

    private long walk(Walk walk, Bookmark from) throws SQLException, StatementFailure {
        Duration pause = walk.batched().batch().pause();
        Bookmark bookmark = from;
        while (!bookmark.isAtEnd()) {
            cancellation.check();
            bookmark = one(walk, bookmark);
            if (!pause.isZero() && !bookmark.isAtEnd()) {
                cancellation.pause(pause);
            }
        }
        return bookmark.changed();
    }

    private Bookmark one(Walk walk, Bookmark from) throws SQLException, StatementFailure {
        long begun = System.nanoTime();
        int rows = walk.pace().size();
        Bookmark[] reached = {from};
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
}
