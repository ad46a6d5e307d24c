package dev.athanor.migration.operation;

/**
 * Describes what happens if an object exists already, or does not exist anymore.
 *
 * @since 0.1.0
 */
public enum Existence {
    /** Fails. */
    EXPECTED,
    /** Skips the object ({@code IF NOT EXISTS}, {@code IF EXISTS}). */
    IF_NEEDED
}
