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
 * What the parts of one run share.
 *
 * @param session the connection
 * @param lock the migration lock, held
 * @param books the version table and the history
 * @param settings how to run
 * @param cancellation ends the run from outside
 * @param schema the schema to run in, quoted; null for the connection's own
 * @param placeholders whose secret values are shown nowhere
 * @param notices logs what the server says besides its answers
 */
record RunContext(
        Session session,
        AdvisoryLock lock,
        Bookkeeping books,
        RunSettings settings,
        Cancellation cancellation,
        @Nullable String schema,
        Placeholders placeholders,
        ServerNotices notices) {

    /** Returns what of it a statement in batches needs. */
    BatchContext batches() {
        return new BatchContext(session, books.batches(), cancellation, placeholders, notices);
    }
}
