package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ConstraintOperation.AddConstraint;
import dev.athanor.migration.operation.ConstraintOperation.DropConstraint;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.TableOperation.CreateTable;
import dev.athanor.migration.operation.TableOperation.DropTable;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves foreign keys into the table definition if they need no statement of their own: those of a table that is created
 * after the table that it references, or dropped before it.
 */
final class InlineForeignKeys {

    private final ImpactAnalysis analysis;
    private final List<Operation> operations;
    private final Map<QualifiedName, Integer> created = new HashMap<>();
    private final Map<QualifiedName, Integer> dropped = new HashMap<>();
    private final Map<QualifiedName, List<Constraint>> inline = new HashMap<>();
    private final List<Operation> left = new ArrayList<>();

    private InlineForeignKeys(ImpactAnalysis analysis, List<Operation> operations) {
        this.analysis = analysis;
        this.operations = operations;
        for (int index = 0; index < operations.size(); index++) {
            if (operations.get(index) instanceof CreateTable creation) {
                created.put(creation.table().name(), index);
            } else if (operations.get(index) instanceof DropTable drop) {
                dropped.put(drop.name(), index);
            }
        }
    }

    static List<Operation> of(ImpactAnalysis analysis, List<Operation> operations) {
        InlineForeignKeys keys = new InlineForeignKeys(analysis, operations);
        operations.stream().filter(operation -> !keys.takes(operation)).forEach(keys.left::add);
        return keys.left.stream().map(keys::whole).toList();
    }

    private boolean takes(Operation operation) {
        if (operation instanceof AddConstraint addition && addition.constraint() instanceof ForeignKey foreign) {
            return takesAddition(addition.table(), foreign);
        }
        return operation instanceof DropConstraint drop
                && drop.definition() instanceof ForeignKey foreign
                && takesDrop(drop.table(), foreign);
    }

    private boolean takesAddition(QualifiedName table, ForeignKey foreign) {
        Integer place = created.get(table);
        Integer other = created.get(foreign.referencedTable());
        boolean takes = place != null
                && foreign.validated()
                && (other == null ? isUntouched(foreign.referencedTable()) : other <= place && isKey(other, foreign));
        return takes && add(table, foreign);
    }

    private boolean takesDrop(QualifiedName table, ForeignKey foreign) {
        Integer place = dropped.get(table);
        Integer other = dropped.get(foreign.referencedTable());
        boolean takes = place != null
                && !created.containsKey(table)
                && foreign.validated()
                && (other == null ? isUntouched(foreign.referencedTable()) : place <= other);
        return takes && add(table, foreign);
    }

    private boolean add(QualifiedName table, ForeignKey foreign) {
        return inline.computeIfAbsent(table, key -> new ArrayList<>()).add(foreign);
    }

    /** Returns whether a table is created with a key of these columns. */
    private boolean isKey(int creation, ForeignKey foreign) {
        Table table = ((CreateTable) operations.get(creation)).table();
        return table.constraints().stream()
                .anyMatch(constraint -> Constraints.isKey(constraint)
                        && Constraints.columns(constraint).equals(foreign.referencedColumns()));
    }

    private boolean isUntouched(QualifiedName name) {
        Comparison comparison = analysis.comparison();
        return comparison.before().get(SchemaObjects.table(name)) instanceof Table table
                && table.equals(comparison.after().get(SchemaObjects.table(name)))
                && comparison.before().names().stream()
                        .filter(object -> object.name().equals(name))
                        .allMatch(object -> analysis.impacts().of(object) == Impact.NONE);
    }

    private Operation whole(Operation operation) {
        if (operation instanceof CreateTable creation) {
            return new CreateTable(whole(creation.table()), creation.existence());
        }
        return operation instanceof DropTable drop ? whole(drop, drop.definition()) : operation;
    }

    private Operation whole(DropTable drop, @Nullable Table definition) {
        return definition == null || created.containsKey(drop.name())
                ? drop
                : new DropTable(drop.name(), whole(definition), drop.options());
    }

    private Table whole(Table table) {
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        constraints.addAll(inline.getOrDefault(table.name(), List.of()));
        return table.withConstraints(constraints);
    }
}
