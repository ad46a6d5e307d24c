package dev.athanor.migration.lint;

import java.util.Locale;

/**
 * Defines which findings fail a build.
 *
 * @since 0.1.0
 */
public enum FailOn {
    /** Fails on errors. */
    ERROR,
    /** Fails on errors and warnings. */
    WARNING,
    /** Never fails. */
    NEVER;

    /** Returns whether a finding of this severity fails the build. */
    public boolean isReachedBy(Severity severity) {
        return switch (this) {
            case ERROR -> severity == Severity.ERROR;
            case WARNING -> severity.isAtLeast(Severity.WARNING);
            case NEVER -> false;
        };
    }

    /** Returns the word, as in {@code migration.lint.fail-on}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
