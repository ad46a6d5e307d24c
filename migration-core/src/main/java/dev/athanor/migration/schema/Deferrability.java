package dev.athanor.migration.schema;

/**
 * When a constraint is checked.
 *
 * @since 0.1.0
 */
public enum Deferrability {
    /** At each statement. */
    NOT_DEFERRABLE,
    /** At each statement, unless a transaction asks otherwise. */
    INITIALLY_IMMEDIATE,
    /** At the commit, unless a transaction asks otherwise. */
    INITIALLY_DEFERRED
}
