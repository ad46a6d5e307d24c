package dev.athanor.migration.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure that names what happened and what to do next.
 *
 * <p>Open for subclassing: each package has its family.
 *
 * @since 0.1.0
 */
public class MigrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String action;

    /**
     * @param problem what happened, and where: the names involved, then file:line, revision, statement
     * @param action what to do next, with the command to type
     */
    public MigrationException(String problem, String action) {
        this(problem, action, null);
    }

    /**
     * @param problem what happened, and where
     * @param action what to do next
     * @param cause the failure underneath, kept
     */
    public MigrationException(String problem, String action, @Nullable Throwable cause) {
        super(problem + "\n" + action, cause);
        this.problem = Objects.requireNonNull(problem, "problem");
        this.action = Objects.requireNonNull(action, "action");
    }

    /** What happened, and where. */
    public final String problem() {
        return problem;
    }

    /** What to do next. */
    public final String action() {
        return action;
    }
}
