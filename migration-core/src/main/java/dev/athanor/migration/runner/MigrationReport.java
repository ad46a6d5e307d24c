package dev.athanor.migration.runner;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.history.HeadMark;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.plan.MigrationPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Reports what a run did.
 *
 * @param runId the id that each history row of the run has
 * @param plan the plan of the run
 * @param before the heads before the run
 * @param after the heads after the run
 * @param steps the steps that ran, in order; the last one failed if the outcome is not {@link Outcome#SUCCESS}
 * @param startedAt when the first step began
 * @param duration of its steps together, waiting for the migration lock not included
 * @param outcome how it ended
 * @param marked whether the {@link HeadMark} said that the database is at head, so that nothing else was asked
 * @since 0.1.0
 */
public record MigrationReport(
        UUID runId,
        MigrationPlan plan,
        CurrentHeads before,
        CurrentHeads after,
        List<StepReport> steps,
        Instant startedAt,
        Duration duration,
        Outcome outcome,
        boolean marked) {

    public MigrationReport {
        steps = List.copyOf(steps);
    }

    /** Returns the report of a plan without steps. */
    public static MigrationReport nothingToDo(MigrationPlan nothing) {
        return nothingToDo(nothing, false);
    }

    /** Returns the report of a plan without steps, for a database that is at head according to the {@link HeadMark}. */
    public static MigrationReport marked(MigrationPlan nothing) {
        return nothingToDo(nothing, true);
    }

    private static MigrationReport nothingToDo(MigrationPlan nothing, boolean marked) {
        return new MigrationReport(
                UUID.randomUUID(),
                nothing,
                nothing.before(),
                nothing.after(),
                List.of(),
                Instant.now(),
                Duration.ZERO,
                Outcome.SUCCESS,
                marked);
    }
}
