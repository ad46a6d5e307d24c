package dev.athanor.migration.source;

import java.util.Optional;

/**
 * Thrown if a location of revision scripts does not exist.
 *
 * @since 0.1.0
 */
public final class MissingLocationException extends SourceException {

    private static final long serialVersionUID = 1L;

    MissingLocationException(String problem, Optional<String> similar, String action) {
        super(problem + similar.map(place -> " Did you mean " + place + "?").orElse(""), action);
    }
}
