/**
 * Talks to PostgreSQL on one connection: sends messages past what the driver would read in them, sets and restores the
 * session's settings, and explains what the driver and the server refuse.
 *
 * <p>Must not know the version table, the history, the migration lock, or what a run is.
 */
@NullMarked
package dev.athanor.migration.session;

import org.jspecify.annotations.NullMarked;
