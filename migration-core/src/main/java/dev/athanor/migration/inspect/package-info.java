/**
 * Reads PostgreSQL's catalogs, versions 14 to 18, into a {@link dev.athanor.migration.schema.Schema}.
 *
 * <p>There is one query per kind of object, regardless of the number of objects. The package only reads. It must not
 * know revisions, or how its results are used.
 */
@NullMarked
package dev.athanor.migration.inspect;

import org.jspecify.annotations.NullMarked;
