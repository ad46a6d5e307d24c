package dev.athanor.migration.autoconfigure.event;

import dev.athanor.migration.plan.Step;

/**
 * A step is about to begin.
 *
 * @param step the step
 */
public record RevisionStarted(Step step) {}
