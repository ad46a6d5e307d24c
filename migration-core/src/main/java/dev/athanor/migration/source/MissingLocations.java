package dev.athanor.migration.source;

/** What a location means that does not exist. */
public enum MissingLocations {
    /** An error: it is probably mistyped. */
    FAIL,
    /** A location without scripts. */
    IGNORE
}
