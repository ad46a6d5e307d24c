package dev.athanor.migration.autoconfigure.event;

import dev.athanor.migration.runner.MigrationReport;

/**
 * Published if a run has failed, after {@link MigrationRunFinished}, which is published at every end.
 *
 * @param report the report up to the failure
 * @since 0.1.0
 */
public record MigrationRunFailed(MigrationReport report) {}
