/**
 * Renders operations as SQL statements for PostgreSQL.
 *
 * <p>The package is pure: it must not know where the statements are sent or written.
 */
@NullMarked
package dev.athanor.migration.rendering;

import org.jspecify.annotations.NullMarked;
