/**
 * Describes what a revision does to a schema as values, each with its reverse.
 *
 * <p>Types, expressions and definitions are PostgreSQL's own text. The package must not know how an operation is
 * written in
 * SQL, run or compared.
 */
@NullMarked
package dev.athanor.migration.operation;

import org.jspecify.annotations.NullMarked;
