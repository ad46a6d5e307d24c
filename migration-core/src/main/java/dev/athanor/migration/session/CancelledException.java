package dev.athanor.migration.session;

import dev.athanor.migration.error.MigrationException;

/**
 * Thrown if the run was ended from outside: the application is shutting down, or the thread was interrupted.
 *
 * @since 0.1.0
 */
public final class CancelledException extends MigrationException {

    private static final long serialVersionUID = 1L;

    CancelledException() {
        super(
                "The migration was cancelled: the application is shutting down.",
                "Start again: the next run continues from here.");
    }
}
