/**
 * Puts together what is known of a database's migrations: {@link dev.athanor.migration.status.MigrationStatus} is the one
 * value that health, endpoint, metrics and log are views of. Never locks and never writes.
 */
@NullMarked
package dev.athanor.migration.status;

import org.jspecify.annotations.NullMarked;
