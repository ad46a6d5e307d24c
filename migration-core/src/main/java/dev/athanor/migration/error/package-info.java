/**
 * Defines what every failure of the engine holds: the problem and the next action.
 *
 * <p>This is the lowest package, which knows nothing of graphs, SQL, files or databases.
 */
@NullMarked
package dev.athanor.migration.error;

import org.jspecify.annotations.NullMarked;
