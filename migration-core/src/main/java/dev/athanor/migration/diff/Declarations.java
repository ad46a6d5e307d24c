package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ColumnOperation.DropColumn;
import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.TableOperation.AlterTableStorage;
import dev.athanor.migration.operation.TableOperation.DropTable;
import dev.athanor.migration.rendering.OperationStatements;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.Table.Storage;
import dev.athanor.migration.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds columns that one schema declares and inherits, and the other only inherits. */
final class Declarations {

    private final Comparison comparison;
    private final Inheritance before;
    private final Inheritance after;
    private final List<DeclarationDifference> found = new ArrayList<>();

    private Declarations(Comparison comparison) {
        this.comparison = comparison;
        this.before = new Inheritance(comparison.from());
        this.after = new Inheritance(comparison.to());
    }

    static List<DeclarationDifference> of(Comparison comparison) {
        Declarations declarations = new Declarations(comparison);
        comparison.from().tables().forEach(declarations::add);
        return declarations.found;
    }

    private void add(Table table) {
        QualifiedName name = table.name();
        if (!(comparison.after().get(table.object()) instanceof Table wanted)
                || wanted.storage().partitionOf() != null) {
            return;
        }
        wanted.columns().stream()
                .map(Column::name)
                .filter(column -> after.isInherited(name, column))
                .filter(column -> !before.declares(name, column))
                .forEach(column -> found.add(
                        new DeclarationDifference(SchemaObjects.column(name, column), true, byHand(wanted, column))));
        table.columns().stream()
                .map(Column::name)
                .filter(column -> after.isInherited(name, column) && !after.declares(name, column))
                .forEach(column ->
                        found.add(new DeclarationDifference(SchemaObjects.column(name, column), false, List.of())));
    }

    /**
     * Returns statements after which a table declares a column: it loses the parent for a moment, and keeps all other
     * columns by inheriting them from another one meanwhile.
     */
    private List<String> byHand(Table table, String column) {
        List<QualifiedName> parents = table.parents().stream()
                .filter(parent -> after.effective(parent, column).isPresent())
                .toList();
        if (parents.size() != 1) {
            return List.of();
        }
        QualifiedName parent = parents.get(0);
        QualifiedName keep = table.name().sibling("keep_" + table.name().name());
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE " + quoted(keep) + " (LIKE " + quoted(parent) + " INCLUDING CONSTRAINTS)");
        statements.addAll(text(new DropColumn(keep, column, null, DropOptions.PLAIN)));
        statements.addAll(parents(table, List.of(parent), List.of(parent, keep)));
        statements.addAll(parents(table, List.of(parent, keep), List.of(keep)));
        statements.addAll(parents(table, List.of(keep), List.of(keep, parent)));
        statements.addAll(parents(table, List.of(keep, parent), List.of(parent)));
        statements.addAll(text(new DropTable(keep, null, DropOptions.PLAIN)));
        return statements;
    }

    private static List<String> parents(Table table, List<QualifiedName> from, List<QualifiedName> to) {
        return text(new AlterTableStorage(table.name(), inheriting(from), inheriting(to)));
    }

    private static Storage inheriting(List<QualifiedName> parents) {
        return new Storage(false, null, null, parents, Map.of());
    }

    private static List<String> text(Operation operation) {
        return OperationStatements.of(operation);
    }

    private static String quoted(QualifiedName name) {
        String own = new Identifier(name.name()).quotedIfNeeded();
        return name.schema() == null ? own : new Identifier(name.schema()).quotedIfNeeded() + "." + own;
    }
}
