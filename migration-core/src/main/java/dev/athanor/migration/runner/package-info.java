/**
 * Runs a plan under the migration lock and reports the result.
 *
 * <p>The package must not decide what to do: the plan has decided, and no planner is known here.
 */
@NullMarked
package dev.athanor.migration.runner;

import org.jspecify.annotations.NullMarked;
