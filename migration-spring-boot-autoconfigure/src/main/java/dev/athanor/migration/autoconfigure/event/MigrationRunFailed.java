package dev.athanor.migration.autoconfigure.event;

import dev.athanor.migration.runner.MigrationReport;

/**
 * A run has failed; published after {@link MigrationRunFinished}, which tells of every end.
 *
 * @param report what it did before
 * @since 0.1.0
 */
public record MigrationRunFailed(MigrationReport report) {}
