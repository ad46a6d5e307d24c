/**
 * Handles PostgreSQL's language as text: splits statements, and quotes identifiers and literals.
 *
 * <p>Pure. Must not know files, revisions or a database.
 */
@NullMarked
package dev.athanor.migration.sql;

import org.jspecify.annotations.NullMarked;
