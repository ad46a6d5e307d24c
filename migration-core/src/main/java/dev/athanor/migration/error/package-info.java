/**
 * What every failure of the engine holds: the problem and the next action.
 *
 * <p>Lowest package: knows nothing of graphs, SQL, files or databases.
 */
@NullMarked
package dev.athanor.migration.error;

import org.jspecify.annotations.NullMarked;
