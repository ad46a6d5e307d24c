/**
 * Reads and writes the version table and the history: the state of the database, and the record of a run.
 *
 * <p>The package must not know how a plan is run or who holds the migration lock. Reading never locks, writes or
 * creates anything.
 */
@NullMarked
package dev.athanor.migration.history;

import org.jspecify.annotations.NullMarked;
