package dev.athanor.migration.script;

/**
 * How the statements of a section commit.
 *
 * @since 0.1.0
 */
public enum TransactionMode {
    /** All of them together with the version table's rows. The default. */
    TRANSACTIONAL,
    /** {@code transaction=none}: each statement by itself. */
    NONE
}
