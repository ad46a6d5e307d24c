package dev.athanor.migration.autoconfigure.event;

import dev.athanor.migration.plan.MigrationPlan;

/**
 * A run holds the migration lock and is about to begin; there is something to do.
 *
 * @param plan what it will do
 * @since 0.1.0
 */
public record MigrationRunStarted(MigrationPlan plan) {}
