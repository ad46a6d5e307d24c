package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.StepReport;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Observes each run and each revision: timers {@code migration.run} and {@code migration.revision}, and spans where
 * traces are collected. All on the thread that migrates.
 */
final class ObservedRunListener implements RunListener {

    /** Holds an open observation with its scope. */
    private record Open(Observation observation, Observation.Scope scope) {

        void close(Outcome outcome, String error) {
            observation.lowCardinalityKeyValue("outcome", outcome.word());
            if (outcome != Outcome.SUCCESS) {
                observation.error(new MigrationOutcomeException(error));
            }
            scope.close();
            observation.stop();
        }
    }

    private final Supplier<ObservationRegistry> registry;
    private final ThreadLocal<Open> run = new ThreadLocal<>();
    private final ThreadLocal<Open> step = new ThreadLocal<>();

    ObservedRunListener(Supplier<ObservationRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public void runStarted(MigrationPlan plan) {
        run.set(open(Observation.createNotStarted("migration.run", registry.get())
                .contextualName("migration " + plan.command().word())
                .lowCardinalityKeyValue("command", plan.command().word())));
    }

    @Override
    public void stepStarted(Step next) {
        String revision =
                String.join(",", next.revisions().stream().map(Object::toString).toList());
        step.set(open(Observation.createNotStarted("migration.revision", registry.get())
                .contextualName(next.describe())
                .lowCardinalityKeyValue("revision", revision)
                .lowCardinalityKeyValue(
                        "direction", next.getClass().getSimpleName().toLowerCase(Locale.ROOT))));
    }

    @Override
    public void stepFinished(Step done, StepReport report) {
        close(step, report.outcome(), String.valueOf(report.error()));
    }

    @Override
    public void runFinished(MigrationReport report) {
        close(run, report.outcome(), "The run failed");
    }

    private static Open open(Observation observation) {
        observation.start();
        return new Open(observation, observation.openScope());
    }

    private static void close(ThreadLocal<Open> holder, Outcome outcome, String error) {
        Open open = holder.get();
        holder.remove();
        if (open != null) {
            open.close(outcome, error);
        }
    }

    /** Represents a failed step in a trace. */
    private static final class MigrationOutcomeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MigrationOutcomeException(String message) {
            super(message, null, false, false);
        }
    }
}
