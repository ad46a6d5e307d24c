package dev.athanor.migration.session;

import dev.athanor.migration.error.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * The database cannot be used: unreachable, missing privileges, or books that are not as they should be.
 *
 * @since 0.1.0
 */
public class DatabaseException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /** Returns what is wrong, and what to do. */
    public DatabaseException(String problem, String action, @Nullable Throwable cause) {
        super(problem, action, cause);
    }
}
