package dev.athanor.migration.schema;

/**
 * Describes when a constraint is checked.
 *
 * @since 0.1.0
 */
public enum Deferrability {
    /** Checks the constraint after each statement. */
    NOT_DEFERRABLE,
    /** Checks the constraint after each statement, unless a transaction defers it. */
    INITIALLY_IMMEDIATE,
    /** Checks the constraint at the commit, unless a transaction asks otherwise. */
    INITIALLY_DEFERRED
}
