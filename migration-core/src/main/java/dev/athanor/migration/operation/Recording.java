package dev.athanor.migration.operation;

import dev.athanor.migration.operation.ConstraintOperation.AddConstraint;
import dev.athanor.migration.operation.ConstraintOperation.ValidateConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a revision said, in order.
 *
 * @since 0.1.0
 */
public record Recording(List<Operation> operations) {

    public Recording {
        operations = List.copyOf(operations);
    }

    /** What is said to directives that only take note. */
    public static Recording of(Consumer<? super Directives> revision) {
        List<Operation> said = new ArrayList<>();
        revision.accept(Directives.to(said::add));
        return new Recording(said);
    }

    /**
     * The reverse of each, the last one first; a constraint that was added and validated is only dropped.
     *
     * @throws IrreversibleOperationException at the first that has none
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

    /** Whether all of them may run inside a transaction. */
    public boolean transactional() {
        return operations.stream().allMatch(Operation::transactional);
    }
}
