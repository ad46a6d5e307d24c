package dev.athanor.migration.script;

/** How the statements of a section commit. */
public enum TransactionMode {
    /** All of them together with the version table's rows. The default. */
    TRANSACTIONAL,
    /** {@code transaction=none}: each statement by itself. */
    NONE
}
