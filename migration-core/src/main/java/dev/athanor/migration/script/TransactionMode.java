package dev.athanor.migration.script;

/**
 * Defines how the statements of a section commit.
 *
 * @since 0.1.0
 */
public enum TransactionMode {
    /** Commits all statements together with the rows of the version table. This is the default. */
    TRANSACTIONAL,
    /** Commits each statement by itself ({@code transaction=none}). */
    NONE
}
