package dev.athanor.migration.plan;

import java.util.Locale;

/**
 * Which command a plan carries out.
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

    /** The command as it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
