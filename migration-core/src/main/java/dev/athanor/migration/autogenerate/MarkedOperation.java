package dev.athanor.migration.autogenerate;

import dev.athanor.migration.operation.Operation;
import java.util.List;
import java.util.Optional;

/**
 * Represents an operation of a generated revision, with the comment above it.
 *
 * @param mark the warning for those who run the revision
 */
record MarkedOperation(Operation operation, Optional<String> mark) {

    static final String DESTRUCTIVE = "Destructive: the downgrade does not bring back what is lost here.";

    static MarkedOperation of(Operation operation) {
        return new MarkedOperation(operation, Optional.empty());
    }

    /** Returns the operations of an upgrade: those that lose data are marked. */
    static List<MarkedOperation> upgrade(List<Operation> operations) {
        return operations.stream()
                .map(operation -> new MarkedOperation(
                        operation, loses(operation, operations) ? Optional.of(DESTRUCTIVE) : Optional.empty()))
                .toList();
    }

    private static boolean loses(Operation operation, List<Operation> operations) {
        return operation.destructive()
                && !TypeRoundTrip.of(operation, operations).isPresent();
    }
}
