/**
 * PostgreSQL's language as text: statements told apart, identifiers and literals quoted.
 *
 * <p>Pure. Must not know files, revisions or a database.
 */
@NullMarked
package dev.athanor.migration.sql;

import org.jspecify.annotations.NullMarked;
