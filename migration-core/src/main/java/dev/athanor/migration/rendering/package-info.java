/**
 * Operations as SQL statements for PostgreSQL.
 *
 * <p>Pure. Must not know where the statements are sent or written.
 */
@NullMarked
package dev.athanor.migration.rendering;

import org.jspecify.annotations.NullMarked;
