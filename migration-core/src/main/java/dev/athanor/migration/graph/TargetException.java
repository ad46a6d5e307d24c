package dev.athanor.migration.graph;

import dev.athanor.migration.error.MigrationException;

/**
 * Reports a target that cannot be followed, with the reason as a {@link Kind}.
 *
 * @since 0.1.0
 */
public final class TargetException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /** Lists the reasons why a target cannot be followed. */
    public enum Kind {
        /** Reports that no revision or branch label has this name or this prefix. */
        NO_SUCH_REVISION,
        /** Reports that several revisions or branch labels have this prefix. */
        AMBIGUOUS_PREFIX,
        /** Reports that the text before the {@code @} is neither a branch label nor a revision. */
        NO_SUCH_BRANCH,
        /** Reports that the revision is not on the line of the branch. */
        NOT_IN_BRANCH,
        /** Reports that one head is required and there are several. */
        MULTIPLE_HEADS,
        /** Reports that a relative target meets a fork or a merge point. */
        AMBIGUOUS_WALK,
        /** Reports that a relative target could start from several rows. */
        AMBIGUOUS_START,
        /** Reports that a relative target leaves the graph or counts in the wrong direction. */
        WALKED_TOO_FAR,
        /** Reports a downgrade target that is not applied, or a range whose beginning is not below its end. */
        NOT_AN_ANCESTOR,
        /** Reports a downgrade target that is not on the way down from its branch. */
        INVALID_DOWNGRADE_TARGET,
        /** Reports a downgrade along a branch that would take other branches down. */
        CROSSES_BRANCHES,
        /** Reports two targets, or two rows, one of which needs the other. */
        OVERLAPPING_REVISIONS,
        /** Reports that nothing on the branch is applied, or that several revisions on it are current. */
        NO_CURRENT_ON_BRANCH,
        /** Reports a range where one target is required. */
        RANGE_NOT_ALLOWED,
        /** Reports a single target where a range is required. */
        RANGE_REQUIRED,
        /** Reports a new revision on a revision that is not a head. */
        NOT_A_HEAD,
        /** Reports a command that requires the database to be at the heads. */
        NOT_AT_HEADS,
        /** Reports a text that is not a target. */
        MALFORMED_TARGET,
        /** Reports rows that the graph does not know. */
        UNKNOWN_CURRENT
    }

    private final Kind kind;

    /**
     * Creates the exception.
     *
     * @param kind the reason
     * @param problem what happened, naming the candidates
     * @param action what to do next, with the command to type
     */
    public TargetException(Kind kind, String problem, String action) {
        super(problem, action);
        this.kind = kind;
    }

    /** Returns the reason why the target cannot be followed. */
    public Kind kind() {
        return kind;
    }
}
