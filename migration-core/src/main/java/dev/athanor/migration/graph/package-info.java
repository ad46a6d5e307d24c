/**
 * Models the revision graph: ids, edges, heads, and the targets that name a place in it.
 *
 * <p>The package is pure: it must not know SQL, files, clocks, loggers or a database.
 */
@NullMarked
package dev.athanor.migration.graph;

import org.jspecify.annotations.NullMarked;
