package dev.athanor.migration.history;

import dev.athanor.migration.script.RevisionScript;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A row of the history about to be written. */
public record HistoryRow(
        Direction direction,
        RevisionScript script,
        Duration duration,
        String outcome,
        @Nullable String error) {

    /** The outcome of a step that is done. */
    public static final String SUCCESS = "success";
    /** The outcome of a step that failed. */
    public static final String FAILED = "failed";

    static final String RUNNING = "running";

    static HistoryRow success(Direction direction, RevisionScript script, Duration duration) {
        return new HistoryRow(direction, script, duration, SUCCESS, null);
    }

    /** Returns the row of a step that failed. */
    public static HistoryRow failure(Direction direction, RevisionScript script, Duration duration, String error) {
        return new HistoryRow(direction, script, duration, FAILED, error);
    }

    /** Returns the row of a step that begins. */
    public static HistoryRow running(Direction direction, RevisionScript script) {
        return new HistoryRow(direction, script, Duration.ZERO, RUNNING, null);
    }
}
