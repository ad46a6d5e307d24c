package dev.athanor.migration.runner;

/**
 * What a person found out about a statement.
 *
 * @since 0.1.0
 */
public enum StatementOutcome {
    /** Its effect is there: go on after it. */
    DONE,
    /** Its effect is not there, or it may run once more: go on with it. */
    NOT_DONE
}
