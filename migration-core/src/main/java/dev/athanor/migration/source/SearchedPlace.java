package dev.athanor.migration.source;

import java.util.Optional;

/**
 * Represents a place in which revisions were looked for.
 *
 * @param location the location as it is written in the configuration, such as {@code classpath:db/revisions}
 * @param similar the location of a folder with scripts and a similar name, if this location has no scripts
 * @since 0.1.0
 */
public record SearchedPlace(String location, Optional<String> similar) {}
