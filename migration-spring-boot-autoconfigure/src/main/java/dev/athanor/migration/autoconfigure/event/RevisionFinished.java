package dev.athanor.migration.autoconfigure.event;

import dev.athanor.migration.plan.Step;
import dev.athanor.migration.runner.StepReport;

/**
 * A step has been committed, or has failed.
 *
 * @param step the step
 * @param report what it did
 * @since 0.1.0
 */
public record RevisionFinished(Step step, StepReport report) {}
