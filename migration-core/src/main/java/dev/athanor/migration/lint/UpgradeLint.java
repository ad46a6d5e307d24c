package dev.athanor.migration.lint;

import java.util.Locale;

/**
 * Defines whether an upgrade looks at its revisions before it runs them.
 *
 * @since 0.1.0
 */
public enum UpgradeLint {
    /** Runs them without looking. */
    OFF,
    /** Logs what lint finds, and then runs them. */
    WARN,
    /** Refuses to run them if a finding is at or above the severity that fails a build. */
    REFUSE;

    /** Returns the word, as in {@code migration.lint.upgrade}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
