package dev.athanor.migration.runner;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.history.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports what one step did.
 *
 * @param revisions the revision, or the stamped revisions
 * @param message the first line of the revision's message; empty for a stamp
 * @param direction the direction of the step
 * @param outcome how the step ended
 * @param startedAt when the step began
 * @param duration the duration of the step, including its commit
 * @param attempts how often the step was tried; more than once if it had to wait for locks
 * @param error the error message of a failed step, or {@code null}
 * @param note which branch a step with a condition took, or {@code null}
 * @since 0.1.0
 */
public record StepReport(
        List<RevisionId> revisions,
        String message,
        Direction direction,
        Outcome outcome,
        Instant startedAt,
        Duration duration,
        int attempts,
        @Nullable String error,
        @Nullable String note) {

    StepReport rolledBack() {
        return new StepReport(
                revisions, message, direction, Outcome.ROLLED_BACK, startedAt, duration, attempts, error, note);
    }
}
