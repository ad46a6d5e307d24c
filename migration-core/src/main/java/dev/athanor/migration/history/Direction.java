package dev.athanor.migration.history;

import dev.athanor.migration.plan.Step;
import java.util.Arrays;
import java.util.Locale;

/**
 * Defines what a history row records about a revision.
 *
 * @since 0.1.0
 */
public enum Direction {
    /** The upgrade section ran. */
    UPGRADE,
    /** The downgrade section ran. */
    DOWNGRADE,
    /** The version table was set, and nothing ran. */
    STAMP,
    /** A changed script was accepted. */
    REPAIR,
    /** A newer version of Athanor recorded a direction that this version does not know. */
    UNKNOWN;

    /** Returns the word for this direction in the history table, in JSON, in logs and in the tags of metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the direction that the rows of a step record. */
    public static Direction of(Step step) {
        return step.accept(new Step.Visitor<>() {
            @Override
            public Direction upgrade(Step.Upgrade upgrade) {
                return UPGRADE;
            }

            @Override
            public Direction downgrade(Step.Downgrade downgrade) {
                return DOWNGRADE;
            }

            @Override
            public Direction stamp(Step.Stamp stamp) {
                return STAMP;
            }
        });
    }

    /** Returns the direction for a word, or {@link #UNKNOWN} for a word of a newer version. */
    static Direction of(String word) {
        return Arrays.stream(values())
                .filter(direction -> direction.word().equals(word))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
