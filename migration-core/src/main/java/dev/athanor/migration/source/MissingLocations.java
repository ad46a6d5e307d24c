package dev.athanor.migration.source;

/**
 * Defines how a location that does not exist is treated.
 *
 * @since 0.1.0
 */
public enum MissingLocations {
    /** A missing location is an error, because the location is probably mistyped. */
    FAIL,
    /** A missing location is treated as one without scripts. */
    IGNORE
}
