package dev.athanor.migration.batch;

import dev.athanor.migration.history.BatchBookmarks;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.session.Cancellation;
import dev.athanor.migration.session.ServerNotices;
import dev.athanor.migration.session.Session;

/**
 * What the statements in batches of a run share.
 *
 * @param session the connection
 * @param books their bookmarks
 * @param cancellation ends the run from outside
 * @param placeholders whose secret values are shown nowhere
 * @param notices logs what the server says besides its answers
 * @since 0.1.0
 */
public record BatchContext(
        Session session,
        BatchBookmarks books,
        Cancellation cancellation,
        Placeholders placeholders,
        ServerNotices notices) {}
