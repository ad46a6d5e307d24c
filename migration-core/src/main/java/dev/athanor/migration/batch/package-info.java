/**
 * Runs a statement on a large table in batches, each of which commits together with its bookmark.
 *
 * <p>The package must not know the surrounding run: it is given only a statement and its bookmark.
 */
@NullMarked
package dev.athanor.migration.batch;

import org.jspecify.annotations.NullMarked;
