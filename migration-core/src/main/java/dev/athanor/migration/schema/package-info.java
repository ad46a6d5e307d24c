/** Holds a PostgreSQL schema as immutable values: the content of the catalogs, in PostgreSQL's own words. */
@NullMarked
package dev.athanor.migration.schema;

import org.jspecify.annotations.NullMarked;
