/** Handles PostgreSQL's language as text: splits statements, and quotes identifiers and literals. */
@NullMarked
package dev.athanor.migration.sql;

import org.jspecify.annotations.NullMarked;
