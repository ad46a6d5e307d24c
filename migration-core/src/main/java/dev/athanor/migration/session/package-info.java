/**
 * Talks to PostgreSQL on one connection: sends messages without the driver parsing them, sets and restores the
 * session's settings, and explains what the driver and the server refuse.
 *
 * <p>The package must not know the version table, the history, the migration lock, or what a run is.
 */
@NullMarked
package dev.athanor.migration.session;

import org.jspecify.annotations.NullMarked;
