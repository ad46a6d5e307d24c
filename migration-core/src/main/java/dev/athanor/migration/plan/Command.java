package dev.athanor.migration.plan;

import java.util.Locale;

/**
 * Names the command that a plan carries out.
 *
 * @since 0.1.0
 */
public enum Command {
    /** Applies revisions. */
    UPGRADE,
    /** Takes revisions back. */
    DOWNGRADE,
    /** Sets the version table, and runs nothing. */
    STAMP;

    /** Returns the command as it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
