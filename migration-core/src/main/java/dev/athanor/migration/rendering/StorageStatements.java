package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.TableOperation.AlterTableStorage;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Table.PartitionOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** Renders changes of a table's storage: logging, options, parents and partitions. */
final class StorageStatements {

    private StorageStatements() {}

    static List<String> of(AlterTableStorage change) {
        List<String> statements = new ArrayList<>();
        if (change.from().unlogged() != change.to().unlogged()) {
            statements.add(AlterTable.of(change.name(), change.to().unlogged() ? "SET UNLOGGED" : "SET LOGGED"));
        }
        addOptions(statements, change);
        addParents(statements, change);
        addPartition(statements, change);
        return statements;
    }

    private static void addOptions(List<String> statements, AlterTableStorage change) {
        Map<String, String> set = new TreeMap<>(change.to().options());
        set.entrySet().removeAll(change.from().options().entrySet());
        if (!set.isEmpty()) {
            statements.add(AlterTable.of(change.name(), "SET " + Clauses.options(set)));
        }
        TreeSet<String> reset = new TreeSet<>(change.from().options().keySet());
        reset.removeAll(change.to().options().keySet());
        if (!reset.isEmpty()) {
            statements.add(AlterTable.of(change.name(), "RESET (" + String.join(", ", reset) + ")"));
        }
    }

    private static void addParents(List<String> statements, AlterTableStorage change) {
        List<QualifiedName> before = change.from().inherits();
        List<QualifiedName> after = change.to().inherits();
        before.stream()
                .filter(parent -> !after.contains(parent))
                .forEach(parent -> statements.add(AlterTable.of(change.name(), "NO INHERIT " + Names.of(parent))));
        after.stream()
                .filter(parent -> !before.contains(parent))
                .forEach(parent -> statements.add(AlterTable.of(change.name(), "INHERIT " + Names.of(parent))));
    }

    private static void addPartition(List<String> statements, AlterTableStorage change) {
        PartitionOf before = change.from().partitionOf();
        PartitionOf after = change.to().partitionOf();
        if (Objects.equals(before, after)) {
            return;
        }
        if (before != null) {
            statements.add(AlterTable.of(before.parent(), "DETACH PARTITION " + Names.of(change.name())));
        }
        if (after != null) {
            statements.add(
                    AlterTable.of(after.parent(), "ATTACH PARTITION " + Names.of(change.name()) + " " + after.bound()));
        }
    }
}
