package dev.athanor.migration.history;

import dev.athanor.migration.plan.Step;
import java.util.Locale;

/** What a history row records of a revision. */
public enum Direction {
    /** Its upgrade section ran. */
    UPGRADE,
    /** Its downgrade section ran. */
    DOWNGRADE,
    /** The version table was set, nothing ran. */
    STAMP,
    /** A changed script was accepted. */
    REPAIR;

    /** Returns the word in the history table and in texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what a step's rows record. */
    public static Direction of(Step step) {
        if (step instanceof Step.Upgrade) {
            return UPGRADE;
        }
        return step instanceof Step.Downgrade ? DOWNGRADE : STAMP;
    }

    static Direction of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
