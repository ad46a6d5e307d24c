package dev.athanor.migration.lint;

/**
 * Represents the error with which a statement failed.
 *
 * @param state the SQLSTATE
 * @param message the message of the server, in one line and without secret values
 * @since 0.1.0
 */
public record StatementError(String state, String message) {}
