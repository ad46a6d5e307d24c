package dev.athanor.migration.runner;

import dev.athanor.migration.history.Direction;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step that has begun. */
record StepTimer(Step step, Instant startedAt, long begun) {

    StepReport report(Outcome outcome, int attempts, @Nullable String error) {
        Duration duration = Duration.ofNanos(System.nanoTime() - begun);
        String message = step instanceof Step.Stamp ? "" : Steps.script(step).subject();
        return new StepReport(
                step.revisions(),
                message,
                Direction.of(step),
                outcome,
                startedAt,
                duration,
                attempts,
                error,
                Steps.note(step).orElse(null));
    }
}
