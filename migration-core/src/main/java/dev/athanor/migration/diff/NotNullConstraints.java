package dev.athanor.migration.diff;

import dev.athanor.migration.directive.AutoNames;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.NotNull;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns columns that are not nullable into constraints, with the name that PostgreSQL gave them, where the other schema
 * has a constraint. A name is then a rename, and nothing is dropped.
 */
final class NotNullConstraints {

    private NotNullConstraints() {}

    /** Returns a schema with constraints for the columns for which another schema has one. */
    static Schema named(Schema schema, Schema other) {
        Map<QualifiedName, Table> others =
                other.tables().stream().collect(Collectors.toMap(Table::name, Function.identity()));
        return schema.with(
                Table.class,
                schema.tables().stream()
                        .map(table -> others.containsKey(table.name())
                                ? named(table, columns(others.get(table.name())))
                                : table)
                        .toList());
    }

    /** Returns the constraints of a table. */
    static Stream<NotNull> all(Table table) {
        return table.constraints().stream().filter(NotNull.class::isInstance).map(NotNull.class::cast);
    }

    /** Returns the constraint that a column that is not nullable has if nobody names it. */
    static NotNull plain(QualifiedName table, String column) {
        return new NotNull(AutoNames.first(table.name(), List.of(column), "not_null"), column, false, true, null);
    }

    /** Returns a wanted table in which {@code NOT NULL} without a chosen name has the name that it has already. */
    static Table adopted(Table wanted, Table there) {
        List<Constraint> constraints = new ArrayList<>(wanted.constraints());
        Set<String> plain = all(wanted)
                .filter(one -> isUnnamed(wanted, one) && !columns(there).contains(one.column()))
                .peek(constraints::remove)
                .map(NotNull::column)
                .collect(Collectors.toSet());
        Set<String> named = all(there)
                .filter(one -> one.validated() && !one.noInherit())
                .filter(one -> isRequired(wanted, one.column()))
                .peek(one -> constraints.add(one.withComment(null)))
                .map(NotNull::column)
                .collect(Collectors.toSet());
        Table adopted = nullable(nullable(wanted, plain, false), named, true);
        return adopted.withConstraints(constraints);
    }

    private static boolean isUnnamed(Table table, NotNull one) {
        return GeneratedNames.isGenerated(table.name(), one.name())
                && one.withName("").equals(new NotNull("", one.column(), false, true, null));
    }

    private static boolean isRequired(Table table, String column) {
        return Inheritance.listed(table, column).filter(one -> !one.nullable()).isPresent();
    }

    private static Set<String> columns(Table table) {
        return all(table).map(NotNull::column).collect(Collectors.toSet());
    }

    private static Table named(Table table, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return table;
        }
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        Stream.concat(table.columns().stream(), table.inherited().stream())
                .filter(column -> wanted.contains(column.name()) && !column.nullable())
                .forEach(column -> constraints.add(plain(table.name(), column.name())));
        return nullable(table, wanted, true).withConstraints(constraints);
    }

    private static Table nullable(Table table, Set<String> names, boolean nullable) {
        return table.withColumns(nullable(table.columns(), names, nullable))
                .withInherited(nullable(table.inherited(), names, nullable));
    }

    private static List<Column> nullable(List<Column> columns, Set<String> names, boolean nullable) {
        return columns.stream()
                .map(column -> names.contains(column.name()) ? column.withNullable(nullable) : column)
                .toList();
    }
}
