package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.OpenPoint;
import dev.athanor.migration.diff.OpenPoint.Aspect;
import dev.athanor.migration.diff.OperationSubject;
import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.Operation;
import java.util.List;
import java.util.Optional;

/**
 * Represents an operation of the upgrade that the server refuses because of the existing rows.
 *
 * @param operation the operation
 * @param rejected the statement, and the answer of the server
 */
record Refusal(Operation operation, RejectedStatement rejected) {

    private static final String NOT_NULL_VIOLATION = "23502";

    /**
     * Lists the states of temporary failures (locks, privileges, timeouts, connections, resources), after which
     * generating again may help.
     */
    private static final List<String> OF_THE_MOMENT =
            List.of("08", "40", "53", "54", "57", "58", "XX", "55P03", "42501");

    /** Returns whether a person can decide on it: it is not a matter of the moment or of rights. */
    boolean isOpen() {
        return OF_THE_MOMENT.stream().noneMatch(state()::startsWith)
                && OperationSubject.of(operation).isPresent();
    }

    /** Returns whether rows are the reason, whatever else was refused before: a value that does not fit, or breaks a rule. */
    boolean isOfRows() {
        return state().startsWith("22") || state().startsWith("23");
    }

    String state() {
        return String.valueOf(rejected.failure().getSQLState());
    }

    /** Returns what is left out of the revision. */
    OpenPoint point() {
        return new OpenPoint(OperationSubject.of(operation).orElseThrow(), aspect());
    }

    private Aspect aspect() {
        if (!(operation instanceof AlterColumn alteration)) {
            return Aspect.WHOLE;
        }
        if (state().equals(NOT_NULL_VIOLATION) && has(alteration, ColumnChange.Nullability.class)) {
            return Aspect.NULLABILITY;
        }
        return has(alteration, ColumnChange.Type.class) ? Aspect.TYPE : Aspect.WHOLE;
    }

    private static boolean has(AlterColumn alteration, Class<? extends ColumnChange> kind) {
        return alteration.changes().stream().anyMatch(kind::isInstance);
    }

    /** Returns the one of these that is about a statement, where it is open. */
    static Optional<Refusal> open(Operation operation, RejectedStatement rejected) {
        return Optional.of(new Refusal(operation, rejected)).filter(Refusal::isOpen);
    }
}
