/**
 * The facade: {@link dev.athanor.migration.Migrations} composes the stations, {@link
 * dev.athanor.migration.MigrationStatus} is the one value that health, endpoint, metrics and log are views of.
 */
@NullMarked
package dev.athanor.migration;

import org.jspecify.annotations.NullMarked;
