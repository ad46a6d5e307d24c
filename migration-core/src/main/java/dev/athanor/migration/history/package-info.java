/**
 * Reads and writes the version table and the history (station 4): what the database says of itself, and what a run records.
 *
 * <p>Must not know how a plan is run or who holds the migration lock. Reading never locks, writes or creates.
 */
@NullMarked
package dev.athanor.migration.history;

import org.jspecify.annotations.NullMarked;
