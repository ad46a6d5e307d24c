package dev.athanor.migration.rendering;

import static java.util.Comparator.comparingInt;

import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.IndexOperation.Build;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.TableOperation;
import dev.athanor.migration.operation.TableOperation.AlterTableStorage;
import dev.athanor.migration.operation.TableOperation.CreateTable;
import dev.athanor.migration.operation.TableOperation.DropTable;
import dev.athanor.migration.operation.TableOperation.SetTableSchema;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.Table.PartitionOf;
import dev.athanor.migration.schema.Table.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders operations on whole tables. */
final class TableStatements implements TableOperation.Visitor<List<String>> {

    private static final List<Class<? extends Constraint>> ORDER = List.of(
            Constraint.PrimaryKey.class,
            Constraint.Unique.class,
            Constraint.Exclusion.class,
            Constraint.NotNull.class,
            Constraint.Check.class,
            Constraint.ForeignKey.class);

    private TableStatements() {}

    static List<String> of(TableOperation operation) {
        return operation.accept(new TableStatements());
    }

    @Override
    public List<String> createTable(CreateTable creation) {
        return create(creation);
    }

    @Override
    public List<String> dropTable(DropTable drop) {
        return List.of(Clauses.drop("TABLE", Names.of(drop.name()), drop.options()));
    }

    @Override
    public List<String> setTableSchema(SetTableSchema move) {
        return List.of(AlterTable.of(move.name(), "SET SCHEMA " + Names.of(move.schema())));
    }

    @Override
    public List<String> alterTableStorage(AlterTableStorage change) {
        return StorageStatements.of(change);
    }

    private static List<String> create(CreateTable creation) {
        Table table = creation.table();
        List<String> statements = new ArrayList<>();
        statements.add(text(creation));
        if (table.storage().partitionOf() == null) {
            table.inherited().forEach(column -> inherited(table, column).ifPresent(statements::add));
        }
        table.constraints().stream()
                .filter(TableStatements::isNotValid)
                .map(constraint -> AlterTable.of(table.name(), "ADD " + ConstraintText.of(constraint)))
                .forEach(statements::add);
        for (Index index : table.indexes()) {
            CreateIndex with = new CreateIndex(table.name(), index, Build.LOCKING, creation.existence());
            statements.addAll(IndexStatements.of(with));
        }
        statements.addAll(comments(table));
        return statements;
    }

    private static String text(CreateTable creation) {
        Table table = creation.table();
        Storage storage = table.storage();
        return "CREATE" + (storage.unlogged() ? " UNLOGGED" : "") + " TABLE"
                + Clauses.ifNotExists(creation.existence()) + " " + Names.of(table.name()) + body(table)
                + inherits(storage) + partitionBy(storage) + Clauses.with(storage.options());
    }

    private static String body(Table table) {
        PartitionOf partition = table.storage().partitionOf();
        List<String> lines = new ArrayList<>();
        if (partition == null) {
            table.columns().forEach(column -> lines.add(column(table, column)));
        } else {
            table.inherited().stream()
                    .map(ColumnText::ofPartition)
                    .flatMap(Optional::stream)
                    .forEach(lines::add);
        }
        table.constraints().stream()
                .filter(constraint -> !isNotValid(constraint))
                .sorted(comparingInt(constraint -> ORDER.indexOf(constraint.getClass())))
                .forEach(constraint -> lines.add(ConstraintText.of(constraint)));
        String inParentheses = inParentheses(lines);
        if (partition == null) {
            return lines.isEmpty() ? " ()" : inParentheses;
        }
        return " PARTITION OF " + Names.of(partition.parent()) + inParentheses + " " + partition.bound();
    }

    /** Returns whether a constraint is added afterwards, because {@code CREATE TABLE} makes each one valid. */
    private static boolean isNotValid(Constraint constraint) {
        return constraint instanceof Constraint.Check check && !check.validated()
                || constraint instanceof Constraint.ForeignKey foreign && !foreign.validated()
                || constraint instanceof Constraint.NotNull notNull && !notNull.validated();
    }

    private static String inParentheses(List<String> lines) {
        return lines.isEmpty() ? "" : " (\n    " + String.join(",\n    ", lines) + "\n)";
    }

    private static String column(Table table, Column column) {
        boolean key = table.constraints().stream()
                .anyMatch(constraint -> constraint instanceof Constraint.PrimaryKey primary
                        && primary.columns().contains(column.name()));
        return key ? ColumnText.ofKey(column) : ColumnText.of(column);
    }

    /** Formats what a child table has of its own on an inherited column. */
    private static Optional<String> inherited(Table table, Column column) {
        List<ColumnChange> changes = new ArrayList<>();
        if (!column.nullable()) {
            changes.add(new ColumnChange.Nullability(false));
        }
        if (!column.value().equals(ColumnValue.NONE)) {
            changes.add(new ColumnChange.Value(ColumnValue.NONE, column.value()));
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(AlterTable.of(
                        table.name(),
                        new ColumnActions(new AlterColumn(table.name(), column.name(), changes)).inOrder()));
    }

    private static String inherits(Storage storage) {
        return storage.inherits().isEmpty()
                ? ""
                : storage.inherits().stream().map(Names::of).collect(Collectors.joining(", ", " INHERITS (", ")"));
    }

    private static String partitionBy(Storage storage) {
        return storage.partitionBy() == null ? "" : " PARTITION BY " + storage.partitionBy();
    }

    private static List<String> comments(Table table) {
        List<String> comments = new ArrayList<>();
        comments.addAll(CommentText.ifAny(ObjectName.of(Kind.TABLE, table.name()), table.comment()));
        Stream.concat(table.columns().stream(), table.inherited().stream())
                .forEach(column -> comments.addAll(
                        CommentText.ifAny(ObjectName.of(Kind.COLUMN, table.name(), column.name()), column.comment())));
        table.constraints()
                .forEach(constraint -> comments.addAll(CommentText.ifAny(
                        ObjectName.of(Kind.CONSTRAINT, table.name(), constraint.name()), constraint.comment())));
        return comments;
    }
}
