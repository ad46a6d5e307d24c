package dev.athanor.migration.batch;

import dev.athanor.migration.history.BatchBookmarks;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.session.Cancellation;
import dev.athanor.migration.session.ServerNotices;
import dev.athanor.migration.session.Session;

/**
 * Holds what the statements in batches of a run share.
 *
 * @param session the connection
 * @param books the bookmarks
 * @param cancellation ends the run from outside
 * @param placeholders the placeholders, whose secret values are never shown
 * @param notices logs the notices of the server
 * @since 0.1.0
 */
public record BatchContext(
        Session session,
        BatchBookmarks books,
        Cancellation cancellation,
        Placeholders placeholders,
        ServerNotices notices) {}
