package dev.athanor.migration.source;

import dev.athanor.migration.error.MigrationException;

/**
 * Thrown if a new revision cannot be created as requested. No file was written.
 *
 * @since 0.1.0
 */
public final class NewRevisionException extends MigrationException {

    private static final long serialVersionUID = 1L;

    NewRevisionException(String problem, String action) {
        super(problem, action);
    }
}
