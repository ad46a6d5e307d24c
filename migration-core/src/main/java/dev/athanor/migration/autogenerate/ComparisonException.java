package dev.athanor.migration.autogenerate;

import dev.athanor.migration.error.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * A comparison that cannot be made, or a revision that cannot be generated; the database is as it was.
 *
 * @since 0.1.0
 */
public class ComparisonException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /** What is in the way, and what to do. */
    public ComparisonException(String problem, String action) {
        this(problem, action, null);
    }

    /** The same, with the failure underneath. */
    public ComparisonException(String problem, String action, @Nullable Throwable cause) {
        super(problem, action, cause);
    }
}
