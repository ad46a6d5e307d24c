package dev.athanor.migration.graph;

import dev.athanor.migration.error.MigrationException;

/**
 * A target that cannot be followed, with the reason as a {@link Kind}.
 *
 * @since 0.1.0
 */
public final class TargetException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /** Why a target cannot be followed. */
    public enum Kind {
        /** No revision or branch label is so called, or begins so. */
        NO_SUCH_REVISION,
        /** Several revisions or branch labels begin so. */
        AMBIGUOUS_PREFIX,
        /** What stands before the {@code @} is no branch label and no revision. */
        NO_SUCH_BRANCH,
        /** The revision is not on the line of the branch. */
        NOT_IN_BRANCH,
        /** One head is meant and there are several. */
        MULTIPLE_HEADS,
        /** A relative target meets a fork or a merge point. */
        AMBIGUOUS_WALK,
        /** A relative target could start from several rows. */
        AMBIGUOUS_START,
        /** A relative target leaves the graph, or counts in the wrong direction. */
        WALKED_TOO_FAR,
        /** A downgrade target that is not applied, or a range whose beginning is not below its end. */
        NOT_AN_ANCESTOR,
        /** A downgrade that its branch does not describe. */
        INVALID_DOWNGRADE_TARGET,
        /** A downgrade along a branch that would take other branches down. */
        CROSSES_BRANCHES,
        /** Two targets, or two rows, one of which needs the other. */
        OVERLAPPING_REVISIONS,
        /** Nothing on the branch is applied, or it has several rows. */
        NO_CURRENT_ON_BRANCH,
        /** A range where one target is meant. */
        RANGE_NOT_ALLOWED,
        /** One target where a range is meant. */
        RANGE_REQUIRED,
        /** A new revision on something that is not a head. */
        NOT_A_HEAD,
        /** A command that needs the database at head. */
        NOT_AT_HEADS,
        /** Not a target at all. */
        MALFORMED_TARGET,
        /** Rows that the graph does not know. */
        UNKNOWN_CURRENT
    }

    private final Kind kind;

    /**
     * @param kind why
     * @param problem what happened, naming the candidates
     * @param action what to do next, with the command to type
     */
    public TargetException(Kind kind, String problem, String action) {
        super(problem, action);
        this.kind = kind;
    }

    /** Why the target cannot be followed. */
    public Kind kind() {
        return kind;
    }
}
