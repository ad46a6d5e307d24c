package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tables that others refer to first, as far as there is no circle. */
final class TableOrder {

    private final Map<QualifiedName, Table> tables;
    private final Set<QualifiedName> seen = new HashSet<>();
    private final List<Table> ordered = new ArrayList<>();

    private TableOrder(List<Table> tables) {
        this.tables = tables.stream().collect(Collectors.toMap(Table::name, Function.identity()));
        tables.forEach(this::visit);
    }

    static List<Table> of(List<Table> tables) {
        return new TableOrder(tables).ordered;
    }

    private void visit(Table table) {
        if (!seen.add(table.name())) {
            return;
        }
        for (ForeignKey foreign : ConstraintKind.foreignKeys(table)) {
            Table referenced = tables.get(foreign.referencedTable());
            if (referenced != null) {
                visit(referenced);
            }
        }
        ordered.add(table);
    }
}
