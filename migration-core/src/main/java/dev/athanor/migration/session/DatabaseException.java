package dev.athanor.migration.session;

import dev.athanor.migration.error.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the database cannot be used: it is unreachable, privileges are missing, or the version table or the history
 * is not as it should be.
 *
 * @since 0.1.0
 */
public class DatabaseException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with the problem and the action. */
    public DatabaseException(String problem, String action, @Nullable Throwable cause) {
        super(problem, action, cause);
    }
}
