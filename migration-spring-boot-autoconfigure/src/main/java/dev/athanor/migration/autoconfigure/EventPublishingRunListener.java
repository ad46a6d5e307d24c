package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.autoconfigure.event.MigrationRunFailed;
import dev.athanor.migration.autoconfigure.event.MigrationRunFinished;
import dev.athanor.migration.autoconfigure.event.MigrationRunStarted;
import dev.athanor.migration.autoconfigure.event.RevisionFinished;
import dev.athanor.migration.autoconfigure.event.RevisionStarted;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.StepReport;
import org.springframework.context.ApplicationEventPublisher;

/** Publishes what a run does as application events. */
final class EventPublishingRunListener implements RunListener {

    private final ApplicationEventPublisher publisher;

    EventPublishingRunListener(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void runStarted(MigrationPlan plan) {
        publisher.publishEvent(new MigrationRunStarted(plan));
    }

    @Override
    public void stepStarted(Step step) {
        publisher.publishEvent(new RevisionStarted(step));
    }

    @Override
    public void stepFinished(Step step, StepReport report) {
        publisher.publishEvent(new RevisionFinished(step, report));
    }

    @Override
    public void runFinished(MigrationReport report) {
        publisher.publishEvent(new MigrationRunFinished(report));
        if (report.outcome() != Outcome.SUCCESS) {
            publisher.publishEvent(new MigrationRunFailed(report));
        }
    }
}
