package dev.athanor.migration.autoconfigure.event;

import dev.athanor.migration.runner.MigrationReport;

/**
 * A run has ended, well or not.
 *
 * @param report what it did
 * @since 0.1.0
 */
public record MigrationRunFinished(MigrationReport report) {}
