package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation.AddColumn;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.ColumnOperation.DropColumn;
import dev.athanor.migration.operation.DataOperation.Execute;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.rendering.Names;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.ColumnValue.Generated;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps the values of generated columns that become plain. A stored column only loses its expression; the values of a
 * virtual one are computed once more, because PostgreSQL does not store them.
 */
final class KeptValues {

    private KeptValues() {}

    /** Returns the operations in which such a column is not dropped with its values. */
    static List<Operation> in(List<Operation> operations) {
        List<Operation> kept = new ArrayList<>(operations);
        for (Operation operation : operations) {
            if (operation instanceof DropColumn drop
                    && drop.definition() != null
                    && drop.definition().value() instanceof Generated generated) {
                addition(drop, operations).ifPresent(addition -> keep(kept, drop, generated, addition));
            }
        }
        return kept;
    }

    private static Optional<AddColumn> addition(DropColumn drop, List<Operation> operations) {
        return operations.stream()
                .filter(AddColumn.class::isInstance)
                .map(AddColumn.class::cast)
                .filter(addition -> addition.table().equals(drop.table())
                        && addition.column().name().equals(drop.name())
                        && !(addition.column().value() instanceof Generated))
                .findFirst();
    }

    private static void keep(List<Operation> kept, DropColumn drop, Generated generated, AddColumn addition) {
        Column from = Objects.requireNonNull(drop.definition());
        Column to = addition.column();
        if (generated.stored()) {
            kept.set(
                    kept.indexOf(drop), new AlterColumn(drop.table(), drop.name(), ColumnAlteration.changes(from, to)));
            kept.remove(addition);
            return;
        }
        String expression = from.type().equals(to.type())
                ? generated.expression()
                : "(" + generated.expression() + ")::" + to.type();
        int index = kept.indexOf(addition);
        kept.set(index, new AddColumn(addition.table(), to.withNullable(true), addition.existence()));
        kept.add(
                index + 1,
                Execute.sql("UPDATE " + Names.of(drop.table()) + " SET " + Names.of(drop.name()) + " = " + expression));
        if (!to.nullable()) {
            kept.add(
                    index + 2,
                    new AlterColumn(drop.table(), drop.name(), List.of(new ColumnChange.Nullability(false))));
        }
    }

    /** Returns whether a column keeps its values although it is no longer generated. */
    static boolean areKept(Column from, Column to) {
        return from.value() instanceof Generated generated && generated.stored() && !(to.value() instanceof Generated);
    }

    /** Returns whether an operation takes the expression from a column. Its reverse does not exist in PostgreSQL. */
    static boolean dropsExpression(Operation operation) {
        return expressionDrop(operation).isPresent();
    }

    private static Optional<SchemaObject> expressionDrop(Operation operation) {
        return operation instanceof AlterColumn alteration
                        && alteration.changes().stream()
                                .anyMatch(change -> change instanceof ColumnChange.Value value
                                        && value.from() instanceof Generated
                                        && !(value.to() instanceof Generated))
                ? Optional.of(SchemaObjects.column(alteration.table(), alteration.column()))
                : Optional.empty();
    }

    private static Set<SchemaObject> expressionDrops(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> expressionDrop(operation).stream())
                .collect(Collectors.toSet());
    }

    /** Returns the operations without those that PostgreSQL has already carried out for the children of a table. */
    static List<Operation> withoutInherited(List<Operation> operations, Schema schema) {
        Set<SchemaObject> drops = expressionDrops(operations);
        return operations.stream()
                .filter(operation -> expressionDrop(operation)
                        .filter(column -> ancestors(column.name(), schema)
                                .anyMatch(parent ->
                                        drops.contains(new SchemaObject(column.kind(), parent, column.part()))))
                        .isEmpty())
                .toList();
    }

    private static Stream<QualifiedName> ancestors(QualifiedName name, Schema schema) {
        return schema.tables().stream()
                .filter(table -> table.name().equals(name))
                .flatMap(table -> table.parents().stream())
                .flatMap(parent -> Stream.concat(Stream.of(parent), ancestors(parent, schema)));
    }

    /** Returns the schema in which the columns whose expression an upgrade drops are plain. */
    static Schema withoutExpressions(Schema schema, List<Operation> upgrade) {
        Set<SchemaObject> drops = expressionDrops(upgrade);
        return schema.with(
                Table.class,
                schema.tables().stream()
                        .map(table -> table.withColumns(table.columns().stream()
                                .map(column -> drops.contains(SchemaObjects.column(table.name(), column.name()))
                                        ? column.withValue(ColumnValue.NONE)
                                        : column)
                                .toList()))
                        .toList());
    }
}
