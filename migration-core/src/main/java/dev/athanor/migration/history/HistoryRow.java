package dev.athanor.migration.history;

import dev.athanor.migration.script.RevisionScript;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Represents a row of the history that is about to be written.
 *
 * @since 0.1.0
 */
public record HistoryRow(
        Direction direction,
        RevisionScript script,
        Duration duration,
        Outcome outcome,
        @Nullable String error) {

    static HistoryRow success(Direction direction, RevisionScript script, Duration duration) {
        return new HistoryRow(direction, script, duration, Outcome.SUCCESS, null);
    }

    /** Returns the row of a step that failed. */
    public static HistoryRow failure(Direction direction, RevisionScript script, Duration duration, String error) {
        return new HistoryRow(direction, script, duration, Outcome.FAILED, error);
    }

    /** Returns the row of a step that begins. */
    public static HistoryRow running(Direction direction, RevisionScript script) {
        return new HistoryRow(direction, script, Duration.ZERO, Outcome.RUNNING, null);
    }
}
