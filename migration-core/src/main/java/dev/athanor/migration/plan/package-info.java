/**
 * From a target and the current heads to an ordered list of steps (stations 5 and 6).
 *
 * <p>Pure. The plan is all that the runner sees; nothing here acts.
 */
@NullMarked
package dev.athanor.migration.plan;

import org.jspecify.annotations.NullMarked;
