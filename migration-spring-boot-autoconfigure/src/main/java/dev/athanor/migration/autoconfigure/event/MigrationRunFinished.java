package dev.athanor.migration.autoconfigure.event;

import dev.athanor.migration.runner.MigrationReport;

/**
 * Published if a run has ended, successfully or not.
 *
 * @param report the report
 * @since 0.1.0
 */
public record MigrationRunFinished(MigrationReport report) {}
