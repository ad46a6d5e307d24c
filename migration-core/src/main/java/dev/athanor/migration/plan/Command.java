package dev.athanor.migration.plan;

import java.util.Locale;

/**
 * Which command a plan carries out.
 *
 * @since 0.1.0
 */
public enum Command {
    UPGRADE,
    DOWNGRADE,
    STAMP;

    /** The command as it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
