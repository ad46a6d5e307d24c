/**
 * Holds a PostgreSQL schema as immutable values: the content of the catalogs, in PostgreSQL's own words.
 *
 * <p>Types, default expressions, predicates and definitions are SQL text as the server prints it. Names are as the
 * catalogs spell them, without quotation marks. Pure. Must not know how it is read, written or compared.
 */
@NullMarked
package dev.athanor.migration.schema;

import org.jspecify.annotations.NullMarked;
