package dev.athanor.migration.source;

/**
 * What a location means that does not exist.
 *
 * @since 0.1.0
 */
public enum MissingLocations {
    /** An error: it is probably mistyped. */
    FAIL,
    /** A location without scripts. */
    IGNORE
}
