package dev.athanor.migration.autogenerate;

import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation.AddColumn;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.DataOperation.Execute;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.sql.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Expressions for the rows that are there when a column becomes required.
 *
 * @param values by {@code table.column}
 */
record GivenValues(Map<String, String> values) {

    /**
     * Matches a literal, a number, a truth value, or a call without arguments, which certainly refers to no other
     * column.
     */
    private static final Pattern CONSTANT = Pattern.compile(
            "('(?:[^']|'')*'|[+-]?\\d+(?:\\.\\d+)?|true|false|current_\\w+|\\w+\\(\\))(?:::\\w[\\w ]*(?:\\(\\d+\\))?(?:\\[\\])?)?",
            Pattern.CASE_INSENSITIVE);

    GivenValues {
        values = Map.copyOf(values);
    }

    /** Returns the operations of an upgrade, in which these rows get their values. */
    List<Operation> in(List<Operation> operations) {
        return operations.stream().flatMap(this::with).toList();
    }

    private Stream<Operation> with(Operation operation) {
        String value = required(operation).map(values::get).orElse(null);
        if (value != null && operation instanceof AddColumn addition) {
            return CONSTANT.matcher(value.strip()).matches() ? withDefault(addition, value) : filled(addition, value);
        }
        return value != null && operation instanceof AlterColumn alteration
                ? Stream.of(backfill(alteration.table(), alteration.column(), value), operation)
                : Stream.of(operation);
    }

    /** Returns the column that an operation makes required. */
    private static Optional<String> required(Operation operation) {
        if (operation instanceof AddColumn addition && isRequired(addition)) {
            return Optional.of(addition.table() + "." + addition.column().name());
        }
        return operation instanceof AlterColumn alteration
                        && alteration.changes().contains(new ColumnChange.Nullability(false))
                ? Optional.of(alteration.table() + "." + alteration.column())
                : Optional.empty();
    }

    /** Returns whether rows have nothing to put into a new column. */
    static boolean isRequired(AddColumn addition) {
        return !addition.column().nullable() && addition.column().value().equals(ColumnValue.NONE);
    }

    /**
     * Returns the addition with a default, which fills all rows without rewriting them, and the removal of the default.
     */
    private static Stream<Operation> withDefault(AddColumn addition, String value) {
        ColumnValue.Default given = new ColumnValue.Default(value);
        return Stream.of(
                new AddColumn(addition.table(), addition.column().withValue(given), addition.existence()),
                new AlterColumn(
                        addition.table(),
                        addition.column().name(),
                        List.of(new ColumnChange.Value(given, ColumnValue.NONE))));
    }

    /** Returns the steps in which each row gets its own value, from its other columns for instance. */
    static Stream<Operation> filled(AddColumn addition, String value) {
        String column = addition.column().name();
        return Stream.of(
                new AddColumn(addition.table(), addition.column().withNullable(true), addition.existence()),
                backfill(addition.table(), column, value),
                new AlterColumn(addition.table(), column, List.of(new ColumnChange.Nullability(false))));
    }

    /** Returns the statement that gives a value to the rows that have none. */
    static Operation backfill(QualifiedName table, String column, String value) {
        String name = new Identifier(column).quotedIfNeeded();
        return Execute.sql(
                "UPDATE " + RowAdvice.sql(table) + " SET " + name + " = " + value + " WHERE " + name + " IS NULL");
    }

    /**
     * Refuses values for columns that do not become required.
     *
     * @param operations those of the upgrade
     */
    void requireUsed(List<Operation> operations) {
        TreeSet<String> unused = new TreeSet<>(values.keySet());
        operations.forEach(operation -> required(operation).ifPresent(unused::remove));
        if (!unused.isEmpty()) {
            throw new ComparisonException(
                    "There is a value for column " + unused.first()
                            + ", which does not become required without a default.",
                    "Leave out `--default " + unused.first()
                            + "=…`, or correct the name: `migration check` shows what differs.");
        }
    }
}
