package dev.athanor.migration.runner;

import dev.athanor.migration.batch.BatchProgress;
import dev.athanor.migration.lock.LockHolder;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;

/**
 * Receives the events of a run on the thread of the run. An exception thrown by a listener fails the run.
 *
 * @since 0.1.0
 */
public interface RunListener {

    /** Ignores all events. */
    RunListener NONE = new RunListener() {};

    /** Called while another process holds the migration lock. */
    default void waitingForLock(LockHolder holder) {}

    /** Called when the lock is held and the first step is about to begin. An empty plan does not lead to a call. */
    default void runStarted(MigrationPlan plan) {}

    /** Called when a step is about to begin. */
    default void stepStarted(Step step) {}

    /** Called when a batch of a statement on a large table has been committed. */
    default void batchFinished(Step step, BatchProgress progress) {}

    /** Called when a step has been committed or has failed. */
    default void stepFinished(Step step, StepReport report) {}

    /** Called when the run has ended, whether it succeeded or failed. */
    default void runFinished(MigrationReport report) {}
}
