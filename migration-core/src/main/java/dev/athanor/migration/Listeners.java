package dev.athanor.migration;

import dev.athanor.migration.batch.BatchProgress;
import dev.athanor.migration.lock.LockHolder;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.StepReport;
import java.util.ArrayList;
import java.util.List;

/** Combines several listeners into one that notifies them in order. */
record Listeners(List<RunListener> all) implements RunListener {

    static RunListener of(RunListener first, List<RunListener> others) {
        List<RunListener> all = new ArrayList<>();
        all.add(first);
        all.addAll(others);
        return new Listeners(List.copyOf(all));
    }

    @Override
    public void waitingForLock(LockHolder holder) {
        all.forEach(listener -> listener.waitingForLock(holder));
    }

    @Override
    public void runStarted(MigrationPlan plan) {
        all.forEach(listener -> listener.runStarted(plan));
    }

    @Override
    public void stepStarted(Step step) {
        all.forEach(listener -> listener.stepStarted(step));
    }

    @Override
    public void batchFinished(Step step, BatchProgress progress) {
        all.forEach(listener -> listener.batchFinished(step, progress));
    }

    @Override
    public void stepFinished(Step step, StepReport report) {
        all.forEach(listener -> listener.stepFinished(step, report));
    }

    @Override
    public void runFinished(MigrationReport report) {
        all.forEach(listener -> listener.runFinished(report));
    }
}
