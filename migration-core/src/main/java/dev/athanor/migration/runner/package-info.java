/**
 * Runs a plan under the migration lock, and reports what became of it (station 7).
 *
 * <p>Must not decide what to do: the plan has, and no planner is known here.
 */
@NullMarked
package dev.athanor.migration.runner;

import org.jspecify.annotations.NullMarked;
