package dev.athanor.migration.lint;

import java.util.Locale;

/**
 * Defines how serious a finding is, worst first. The words are the levels of SARIF.
 *
 * @since 0.1.0
 */
public enum Severity {
    /** Stops users or old code, loses data, or fails. */
    ERROR,
    /** May stop users for a moment, or costs something later. */
    WARNING,
    /** Is worth knowing. */
    NOTE;

    /** Returns the word, as in SARIF: {@code error}, {@code warning}, {@code note}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether this severity is at least as serious as the other. */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
