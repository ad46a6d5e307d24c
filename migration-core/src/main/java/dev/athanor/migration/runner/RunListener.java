package dev.athanor.migration.runner;

import dev.athanor.migration.batch.BatchProgress;
import dev.athanor.migration.lock.LockHolder;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;

/**
 * Told what a run does while it does it, on the run's own thread; an exception it throws fails the run.
 *
 * @since 0.1.0
 */
public interface RunListener {

    /** Told nothing. */
    RunListener NONE = new RunListener() {};

    /** Another process holds the migration lock. */
    default void waitingForLock(LockHolder holder) {}

    /** The lock is held and the first step is about to begin; not called for an empty plan. */
    default void runStarted(MigrationPlan plan) {}

    /** A step is about to begin. */
    default void stepStarted(Step step) {}

    /** A batch of a statement that walks a large table has been committed. */
    default void batchFinished(Step step, BatchProgress progress) {}

    /** A step has been committed, or has failed. */
    default void stepFinished(Step step, StepReport report) {}

    /** The run has ended, well or not. */
    default void runFinished(MigrationReport report) {}
}
