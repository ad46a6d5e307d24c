package dev.athanor.migration.runner;

import dev.athanor.migration.batch.BatchContext;
import dev.athanor.migration.history.Bookkeeping;
import dev.athanor.migration.lock.AdvisoryLock;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.session.Cancellation;
import dev.athanor.migration.session.ServerNotices;
import dev.athanor.migration.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the parts of one run share.
 *
 * @param session the connection
 * @param lock the migration lock, which is held
 * @param books the version table and the history
 * @param settings how to run
 * @param cancellation ends the run from outside
 * @param schema the schema to run in, quoted, or {@code null} for the connection's own schema
 * @param placeholders the placeholders, whose secret values are never shown
 * @param notices logs the notices of the server
 * @param observer observes each statement
 */
record RunContext(
        Session session,
        AdvisoryLock lock,
        Bookkeeping books,
        RunSettings settings,
        Cancellation cancellation,
        @Nullable String schema,
        Placeholders placeholders,
        ServerNotices notices,
        StatementObserver observer) {

    /** Returns what sends statements under the eyes of the observer. */
    ObservedWork observed() {
        return new ObservedWork(observer, session);
    }

    /** Returns the part of this context that a statement in batches needs. */
    BatchContext batches() {
        return new BatchContext(session, books.batches(), cancellation, placeholders, notices);
    }
}
