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
 * @param direction which way
 * @param outcome how it ended
 * @param startedAt when it began
 * @param duration how long it took, its commit included, in whole milliseconds as the history keeps it
 * @param attempts how often it was tried: more than once where it had to wait for locks
 * @param error what went wrong, where it failed
 * @param note which way the section went if it had a choice, and the findings of lint that it allows
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
