package dev.athanor.migration.runner;

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

    /** The word in the history table and in texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Direction of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
