package dev.athanor.migration.fix;

import dev.athanor.migration.error.MigrationException;

/** Reports that a revision has no safer form that can be proven; its file stays as it is. */
final class NotFixedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    NotFixedException(String problem, String action) {
        super(problem, action);
    }
}
