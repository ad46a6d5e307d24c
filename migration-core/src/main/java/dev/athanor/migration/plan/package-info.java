/**
 * Turns a target and the current heads into an ordered list of steps.
 *
 * <p>The package is pure. The runner sees only the plan, and nothing here acts on a database.
 */
@NullMarked
package dev.athanor.migration.plan;

import org.jspecify.annotations.NullMarked;
