/**
 * Assembles what is known about the migrations of a database. {@link dev.athanor.migration.status.MigrationStatus} is
 * the single value that health, endpoint, metrics and log present. The package never locks and never writes.
 */
@NullMarked
package dev.athanor.migration.status;

import org.jspecify.annotations.NullMarked;
