package dev.athanor.migration.source;

import java.util.Optional;

/**
 * A place where revisions were looked for.
 *
 * @param location as configuration writes it: {@code classpath:db/revisions}
 * @param similar the location of a folder with scripts and a similar name, where this one has none
 * @since 0.1.0
 */
public record SearchedPlace(String location, Optional<String> similar) {}
