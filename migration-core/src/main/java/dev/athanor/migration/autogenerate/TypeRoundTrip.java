package dev.athanor.migration.autogenerate;

import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.Operation;
import java.util.List;
import java.util.Optional;

/**
 * Represents the changes of a column's type that end with the type of the same name, because that type is created again
 * meanwhile.
 *
 * @param first the first of these changes
 */
record TypeRoundTrip(AlterColumn first) {

    /** Returns the round trip that an operation is part of. */
    static Optional<TypeRoundTrip> of(Operation operation, List<Operation> operations) {
        if (!(operation instanceof AlterColumn alteration)) {
            return Optional.empty();
        }
        List<AlterColumn> changes = operations.stream()
                .filter(AlterColumn.class::isInstance)
                .map(AlterColumn.class::cast)
                .filter(other -> other.table().equals(alteration.table())
                        && other.column().equals(alteration.column())
                        && type(other).isPresent())
                .toList();
        boolean returns = changes.size() > 1
                && changes.contains(alteration)
                && type(changes.get(changes.size() - 1))
                        .map(ColumnChange.Type::to)
                        .equals(type(changes.get(0)).map(ColumnChange.Type::from));
        return returns ? Optional.of(new TypeRoundTrip(changes.get(0))) : Optional.empty();
    }

    private static Optional<ColumnChange.Type> type(AlterColumn alteration) {
        return alteration.changes().stream()
                .filter(ColumnChange.Type.class::isInstance)
                .map(ColumnChange.Type.class::cast)
                .findFirst();
    }
}
