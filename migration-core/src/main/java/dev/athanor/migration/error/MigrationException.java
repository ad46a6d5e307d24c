package dev.athanor.migration.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reports a failure with the problem and the next action.
 *
 * <p>The class is open for subclassing: each package has its own family of exceptions.
 *
 * @since 0.1.0
 */
public class MigrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String action;

    /**
     * Creates the exception.
     *
     * @param problem what happened and where: the names involved, then file and line, revision, statement
     * @param action what to do next, with the command to type
     */
    public MigrationException(String problem, String action) {
        this(problem, action, null);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param problem what happened and where
     * @param action what to do next
     * @param cause the underlying failure, which is kept
     */
    public MigrationException(String problem, String action, @Nullable Throwable cause) {
        super(problem + "\n" + action, cause);
        this.problem = Objects.requireNonNull(problem, "problem");
        this.action = Objects.requireNonNull(action, "action");
    }

    /** Returns what happened and where. */
    public final String problem() {
        return problem;
    }

    /** Returns what to do next. */
    public final String action() {
        return action;
    }
}
