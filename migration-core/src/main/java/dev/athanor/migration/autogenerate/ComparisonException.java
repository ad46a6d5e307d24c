package dev.athanor.migration.autogenerate;

import dev.athanor.migration.error.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * Reports a comparison that failed, or a revision that cannot be generated; the database is unchanged.
 *
 * @since 0.1.0
 */
public class ComparisonException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception from the problem and the action that resolves it. */
    public ComparisonException(String problem, String action) {
        this(problem, action, null);
    }

    /** Creates the exception with its cause. */
    public ComparisonException(String problem, String action, @Nullable Throwable cause) {
        super(problem, action, cause);
    }
}
