package dev.athanor.migration.operation;

/**
 * What to do about an object that is already there, or already gone.
 *
 * @since 0.1.0
 */
public enum Existence {
    /** Fail. */
    EXPECTED,
    /** {@code IF NOT EXISTS}, {@code IF EXISTS}: pass over it. */
    IF_NEEDED
}
