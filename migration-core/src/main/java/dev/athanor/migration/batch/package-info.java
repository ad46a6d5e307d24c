/**
 * Runs a statement for a large table in batches, each of which commits with its bookmark.
 *
 * <p>Must not know the run around it: a statement and its bookmark are all that it is given.
 */
@NullMarked
package dev.athanor.migration.batch;

import org.jspecify.annotations.NullMarked;
