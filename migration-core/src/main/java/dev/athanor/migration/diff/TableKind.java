package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.TableOperation.AlterTableStorage;
import dev.athanor.migration.operation.TableOperation.CreateTable;
import dev.athanor.migration.operation.TableOperation.DropTable;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Creates the steps for whole tables. Foreign keys are added after all tables and dropped before them, until {@link
 * InlineForeignKeys} moves some into their tables.
 */
final class TableKind implements ElementKind<Table> {

    static List<DiffStep> steps(ImpactAnalysis analysis) {
        Comparison comparison = analysis.comparison();
        List<Table> from = new ArrayList<>(TableOrder.of(comparison.from().tables()));
        Collections.reverse(from);
        return analysis.steps(from, TableOrder.of(comparison.to().tables()), Table::object, new TableSteps(analysis));
    }

    @Override
    public Impact impact(Table before, Table after, Comparison comparison) {
        return Objects.equals(before.storage().partitionBy(), after.storage().partitionBy())
                ? Impact.NONE
                : Impact.RECREATED;
    }

    @Override
    public void describe(Table before, Table after, DifferenceLines lines) {
        lines.add("unlogged", before.storage().unlogged(), after.storage().unlogged());
        lines.add(
                "partitioned by",
                before.storage().partitionBy(),
                after.storage().partitionBy());
        lines.add(
                "partition of", before.storage().partitionOf(), after.storage().partitionOf());
        lines.add("inherits", before.storage().inherits(), after.storage().inherits());
        lines.add("options", before.storage().options(), after.storage().options());
        lines.comment(before.comment(), after.comment());
    }

    /**
     * Returns whether the parents of a table change, so that columns that one form does not list are those of its
     * parents.
     */
    static boolean changesParents(Table from, Table to) {
        return !from.parents().equals(to.parents());
    }

    private record TableSteps(ImpactAnalysis analysis) implements ImpactAnalysis.KindSteps<Table> {

        @Override
        public List<DiffStep> drop(Table one) {
            List<DiffStep> steps = new ArrayList<>();
            ConstraintKind.foreignKeys(one).forEach(foreign -> steps.add(ConstraintKind.drop(one.name(), foreign)));
            steps.add(DiffStep.drop(StepPriority.DROP_TABLE, new DropTable(withoutForeignKeys(one)), objects(one)));
            return steps;
        }

        @Override
        public List<DiffStep> create(Table one) {
            List<DiffStep> steps = new ArrayList<>();
            steps.add(DiffStep.make(StepPriority.CREATE_TABLE, new CreateTable(withoutForeignKeys(one)), objects(one)));
            ConstraintKind.foreignKeys(one).forEach(foreign -> steps.add(ConstraintKind.create(one.name(), foreign)));
            return steps;
        }

        @Override
        public List<DiffStep> alter(Table from, Table to) {
            List<DiffStep> steps = new ArrayList<>();
            if (!from.storage().equals(to.storage())) {
                steps.add(DiffStep.alter(
                        StepPriority.ALTER_TABLE,
                        new AlterTableStorage(to.name(), from.storage(), to.storage()),
                        to.object()));
            }
            steps.addAll(
                    CommentSteps.steps(ObjectName.of(ObjectName.Kind.TABLE, to.name()), from.comment(), to.comment()));
            steps.addAll(ColumnKind.steps(analysis, from, to));
            steps.addAll(ConstraintKind.steps(analysis, from, to));
            steps.addAll(IndexKind.steps(analysis, to.name(), from.indexes(), to.indexes()));
            return steps;
        }

        private static Table withoutForeignKeys(Table table) {
            return table.withConstraints(table.constraints().stream()
                    .filter(constraint -> !(constraint instanceof ForeignKey))
                    .toList());
        }

        /** Returns all objects that are created and dropped with a table. */
        private static List<SchemaObject> objects(Table table) {
            List<SchemaObject> objects =
                    new ArrayList<>(withoutForeignKeys(table).parts().keySet());
            objects.add(table.object());
            table.columns().forEach(column -> objects.add(SchemaObjects.value(table.name(), column.name())));
            return objects;
        }
    }
}

/** Sorts tables so that referenced tables come first, as far as there is no cycle. */
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
