package dev.athanor.migration.runner;

/**
 * Represents what a person has found out about a statement.
 *
 * @since 0.1.0
 */
public enum StatementOutcome {
    /** Continues after the statement, because its effect is there. */
    DONE,
    /** Continues with the statement, because its effect is not there or the statement may run once more. */
    NOT_DONE
}
