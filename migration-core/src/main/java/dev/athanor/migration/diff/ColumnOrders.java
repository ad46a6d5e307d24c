package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Compares the order that columns will have with the wanted order. */
final class ColumnOrders {

    private ColumnOrders() {}

    static List<ColumnOrderDifference> of(Comparison comparison) {
        List<ColumnOrderDifference> differences = new ArrayList<>();
        for (Table table : comparison.from().tables()) {
            if (comparison.after().get(SchemaObjects.table(table.name())) instanceof Table wanted
                    && !TableKind.changesParents(table, wanted)) {
                List<String> order = order(comparison, without(table, wanted), without(wanted, table));
                List<String> names = names(without(wanted, table));
                if (!order.equals(names)) {
                    differences.add(new ColumnOrderDifference(table.name(), order, names));
                }
            }
        }
        return differences;
    }

    /** Returns a table without the columns that the other only inherits. */
    private static Table without(Table table, Table other) {
        return table.withColumns(table.columns().stream()
                .filter(column ->
                        other.inherited().stream().noneMatch(one -> one.name().equals(column.name())))
                .toList());
    }

    /** Returns the columns that stay, followed by the columns that are added. */
    private static List<String> order(Comparison comparison, Table from, Table to) {
        List<String> order = new ArrayList<>();
        for (Column column : from.columns()) {
            to.columns().stream()
                    .filter(other -> other.name().equals(column.name()))
                    .filter(other -> new ColumnKind().impact(column, other, comparison) != Impact.RECREATED)
                    .forEach(other -> order.add(other.name()));
        }
        names(to).stream().filter(name -> !order.contains(name)).forEach(order::add);
        return order;
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }
}
