package dev.athanor.migration.takeover;

import dev.athanor.migration.error.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * Reports that a database, or the files of another tool, cannot be taken over. Nothing was written.
 *
 * @since 0.1.0
 */
public class ImportException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception from the problem and the action that resolves it. */
    public ImportException(String problem, String action) {
        this(problem, action, null);
    }

    /** Creates the exception with its cause. */
    public ImportException(String problem, String action, @Nullable Throwable cause) {
        super(problem, action, cause);
    }
}
