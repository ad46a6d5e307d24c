/**
 * Creates and drops temporary databases, in which revisions can run without harm.
 *
 * <p>Such a database is created beside the target or on a server that the developer chooses, never in the target. The
 * package must not know what runs in the database.
 */
@NullMarked
package dev.athanor.migration.shadow;

import org.jspecify.annotations.NullMarked;
