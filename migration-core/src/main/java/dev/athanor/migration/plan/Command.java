package dev.athanor.migration.plan;

import java.util.Locale;

/** Which command a plan is for. */
public enum Command {
    /** Towards the heads. */
    UPGRADE,
    /** Towards the base. */
    DOWNGRADE,
    /** The version table only. */
    STAMP;

    /** The word to type. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
