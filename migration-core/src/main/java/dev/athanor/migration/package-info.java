/**
 * Provides the facade. {@link dev.athanor.migration.Migrations} composes the other packages, and everything that a user
 * of the library calls begins there. The facade reports the state of a database as a {@link
 * dev.athanor.migration.status.MigrationStatus}.
 */
@NullMarked
package dev.athanor.migration;

import org.jspecify.annotations.NullMarked;
