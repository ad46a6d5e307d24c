/**
 * Looks at what a revision does to a running system: runs it in a throw-away database, statement by statement, and
 * decides from the locks, rewrites, scans and catalog changes which findings there are.
 *
 * <p>The package must not change the target.
 */
@NullMarked
package dev.athanor.migration.lint;

import org.jspecify.annotations.NullMarked;
