package dev.athanor.migration;

import dev.athanor.migration.plan.Step;
import dev.athanor.migration.runner.RunListener;
import java.util.concurrent.CountDownLatch;

/** Holds a run at its first step until it may go on. */
record StepGate(CountDownLatch running, CountDownLatch mayEnd) implements RunListener {

    @Override
    public void stepStarted(Step step) {
        running.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
