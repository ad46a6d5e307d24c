/** Offers endpoint, health, readiness and meters as views of one {@code MigrationStatus}. */
@NullMarked
package dev.athanor.migration.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
