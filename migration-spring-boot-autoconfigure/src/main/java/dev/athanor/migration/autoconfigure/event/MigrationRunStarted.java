package dev.athanor.migration.autoconfigure.event;

import dev.athanor.migration.plan.MigrationPlan;

/**
 * Published if a run holds the migration lock and is about to begin a step.
 *
 * @param plan the plan of the run
 * @since 0.1.0
 */
public record MigrationRunStarted(MigrationPlan plan) {}
