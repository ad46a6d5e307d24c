package dev.athanor.migration.autoconfigure.event;

import dev.athanor.migration.plan.Step;

/**
 * Published if a step is about to begin.
 *
 * @param step the step
 * @since 0.1.0
 */
public record RevisionStarted(Step step) {}
