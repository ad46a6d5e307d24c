/** Endpoint, health, readiness and meters: views of one {@code MigrationStatus}. */
@NullMarked
package dev.athanor.migration.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
