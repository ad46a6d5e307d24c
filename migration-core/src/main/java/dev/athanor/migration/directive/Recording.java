package dev.athanor.migration.directive;

import dev.athanor.migration.operation.ConstraintOperation.AddConstraint;
import dev.athanor.migration.operation.ConstraintOperation.ValidateConstraint;
import dev.athanor.migration.operation.IrreversibleOperationException;
import dev.athanor.migration.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Holds the operations of a revision, in order.
 *
 * @since 0.1.0
 */
public record Recording(List<Operation> operations) {

    public Recording {
        operations = List.copyOf(operations);
    }

    /** Returns the operations that a revision issues; nothing runs. */
    public static Recording of(Consumer<? super Directives> revision) {
        List<Operation> said = new ArrayList<>();
        revision.accept(Directives.to(said::add));
        return new Recording(said);
    }

    /**
     * Returns the reverse of each operation, the last one first. A constraint that was added and validated is only
     * dropped.
     *
     * @throws IrreversibleOperationException if an operation has no reverse
     */
    public List<Operation> reversed() {
        List<Operation> reversed = new ArrayList<>();
        operations.stream()
                .filter(operation -> !isUndoneWithAnother(operation))
                .forEach(operation -> reversed.add(operation.reverse()));
        Collections.reverse(reversed);
        return reversed;
    }

    private boolean isUndoneWithAnother(Operation operation) {
        return operation instanceof ValidateConstraint validation
                && operations.stream()
                        .anyMatch(other -> other instanceof AddConstraint addition
                                && addition.table().equals(validation.table())
                                && addition.constraint().name().equals(validation.name()));
    }

    /** Returns whether all operations may run inside a transaction. */
    public boolean transactional() {
        return operations.stream().allMatch(Operation::transactional);
    }
}
