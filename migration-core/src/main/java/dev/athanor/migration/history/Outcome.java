package dev.athanor.migration.history;

import java.util.Arrays;
import java.util.Locale;

/**
 * How a step or a run ended, or that it has not ended yet.
 *
 * @since 0.1.0
 */
public enum Outcome {
    /** Committed. */
    SUCCESS,
    /** Failed; what was not committed was rolled back. */
    FAILED,
    /** Recorded by a {@code transaction=none} script that has begun and has not ended. */
    RUNNING,
    /** Ran, but the single transaction it belonged to was rolled back. */
    ROLLED_BACK,
    /**
     * The connection was lost, and what was committed could not be looked up; or a newer version of Athanor recorded an
     * outcome that this one does not know.
     */
    UNKNOWN;

    /** Returns the word in the history table, in JSON, in logs and in the tags of metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the outcome of that word: {@link #UNKNOWN} for a word of a newer version. */
    static Outcome of(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
