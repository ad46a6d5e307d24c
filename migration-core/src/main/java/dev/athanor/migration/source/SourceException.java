package dev.athanor.migration.source;

import dev.athanor.migration.error.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a location of revision scripts cannot be read or written to.
 *
 * @since 0.1.0
 */
public sealed class SourceException extends MigrationException permits MissingLocationException {

    private static final long serialVersionUID = 1L;

    SourceException(String problem, String action) {
        this(problem, action, null);
    }

    SourceException(String problem, String action, @Nullable Throwable cause) {
        super(problem, action, cause);
    }
}
