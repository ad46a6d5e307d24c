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
 * What a run did (station 7).
 *
 * @param runId the same in each history row of the run
 * @param plan what was to be done
 * @param before the heads before
 * @param after the heads now
 * @param steps the steps that ran, in order; the last one failed where the outcome is not {@link Outcome#SUCCESS}
 * @param startedAt when the first step began
 * @param duration of its steps together, waiting for the migration lock not included
 * @param outcome how it ended
 * @param marked whether the {@link HeadMark} said that the database is at head, so that nothing else was asked
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

    /** Returns the report of a plan without steps, where the {@link HeadMark} said that there are none. */
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
