/**
 * The facade: {@link dev.athanor.migration.Migrations} composes the stations, and everything that a user of the library calls
 * begins there. What it tells of a database is a {@link dev.athanor.migration.status.MigrationStatus}.
 */
@NullMarked
package dev.athanor.migration;

import org.jspecify.annotations.NullMarked;
