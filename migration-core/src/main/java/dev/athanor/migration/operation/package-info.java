/**
 * The directives as values: what a revision does to a schema, each with its reverse.
 *
 * <p>Types, expressions and definitions are PostgreSQL's own words. Pure. Must not know how a directive is written in SQL,
 * run or compared.
 */
@NullMarked
package dev.athanor.migration.operation;

import org.jspecify.annotations.NullMarked;
