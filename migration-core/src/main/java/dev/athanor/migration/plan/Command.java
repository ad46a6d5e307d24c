package dev.athanor.migration.plan;

import java.util.Locale;

/** Names the command that a plan carries out. */
public enum Command {
    UPGRADE,
    DOWNGRADE,
    STAMP;

    /** Returns the command as it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
