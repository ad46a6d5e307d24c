/**
 * Reads PostgreSQL's catalogs, 14 to 18, into a {@link dev.athanor.migration.schema.Schema}.
 *
 * <p>One query a kind of object, however many objects. Reads only. Must not know revisions, nor what is done with what it
 * finds.
 */
@NullMarked
package dev.athanor.migration.inspect;

import org.jspecify.annotations.NullMarked;
