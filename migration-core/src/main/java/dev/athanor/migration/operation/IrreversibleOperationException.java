package dev.athanor.migration.operation;

import dev.athanor.migration.error.MigrationException;

/**
 * Thrown if an operation does not hold what its reverse needs.
 *
 * @since 0.1.0
 */
public final class IrreversibleOperationException extends MigrationException {

    private static final long serialVersionUID = 1L;

    IrreversibleOperationException(String problem, String action) {
        super(problem, action);
    }

    /**
     * @param what what the operation does: {@code Dropping table users}
     * @param missing what it does not hold: {@code its definition}
     * @param call the call that gives it
     */
    static IrreversibleOperationException missing(String what, String missing, String call) {
        return new IrreversibleOperationException(
                what + " cannot be reversed: " + missing + " is not known.",
                "Give it: " + call + ", or write downgrade() by hand.");
    }

    /**
     * @param what what the operation does
     * @param reason why PostgreSQL has no way back
     */
    static IrreversibleOperationException never(String what, String reason) {
        return new IrreversibleOperationException(
                what + " cannot be reversed: " + reason + ".", "Write downgrade() by hand.");
    }
}
