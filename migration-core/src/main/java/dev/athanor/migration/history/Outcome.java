package dev.athanor.migration.history;

import java.util.Arrays;
import java.util.Locale;

/**
 * Defines how a step or a run ended, or that it has not ended yet.
 *
 * @since 0.1.0
 */
public enum Outcome {
    /** The step or the run was committed. */
    SUCCESS,
    /** The step or the run failed. Everything that was not committed was rolled back. */
    FAILED,
    /** The {@code transaction=none} script has begun and has not ended. */
    RUNNING,
    /** The step ran, but the single transaction that contained it was rolled back. */
    ROLLED_BACK,
    /**
     * The outcome is unknown: the connection was lost and the result could not be looked up, or a newer version of
     * Athanor recorded an outcome that this version does not know.
     */
    UNKNOWN;

    /** Returns the word for this outcome in the history table, in JSON, in logs and in the tags of metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the outcome for a word, or {@link #UNKNOWN} for a word of a newer version. */
    static Outcome of(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
