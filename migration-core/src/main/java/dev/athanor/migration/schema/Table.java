package dev.athanor.migration.schema;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Represents a table with its columns, constraints and indexes.
 *
 * @param columns the columns that the table declares itself, in order
 * @param inherited the columns that it inherits without declaring them, if it has something of its own on them, with
 *     nothing but that: a comment, {@code NOT NULL}, or another default, which is {@code NULL} if it removes the
 *     parent's
 * @param constraints sorted by name
 * @param indexes sorted by name; indexes of constraints are not included
 * @param storage how the table is stored
 * @param comment the comment; null for none
 * @since 0.1.0
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        List<Column> inherited,
        List<Constraint> constraints,
        List<Index> indexes,
        Storage storage,
        @Nullable String comment)
        implements Definition {

    public Table {
        columns = List.copyOf(columns);
        inherited =
                inherited.stream().sorted(Comparator.comparing(Column::name)).toList();
        constraints = constraints.stream().sorted().toList();
        indexes = indexes.stream().sorted().toList();
    }

    /** Creates a table that has nothing of its own on the columns that it inherits. */
    public Table(
            QualifiedName name,
            List<Column> columns,
            List<Constraint> constraints,
            List<Index> indexes,
            Storage storage,
            @Nullable String comment) {
        this(name, columns, List.of(), constraints, indexes, storage, comment);
    }

    /** Creates an ordinary table with columns only. */
    public static Table of(QualifiedName name, List<Column> columns) {
        return new Table(name, columns, List.of(), List.of(), Storage.ORDINARY, null);
    }

    /** Returns the table with another name. */
    public Table withName(QualifiedName other) {
        return new Table(other, columns, inherited, constraints, indexes, storage, comment);
    }

    /** Returns the table with other columns. */
    public Table withColumns(List<Column> other) {
        return new Table(name, other, inherited, constraints, indexes, storage, comment);
    }

    /** Returns the table with something else of its own on the columns that it inherits. */
    public Table withInherited(List<Column> other) {
        return new Table(name, columns, other, constraints, indexes, storage, comment);
    }

    /** Returns the parent tables, or the partitioned table that it is a partition of. */
    public List<QualifiedName> parents() {
        return storage.partitionOf() == null
                ? storage.inherits()
                : List.of(storage.partitionOf().parent());
    }

    /** Returns the table with other constraints. */
    public Table withConstraints(List<? extends Constraint> other) {
        return new Table(name, columns, inherited, List.copyOf(other), indexes, storage, comment);
    }

    /** Returns the table with other indexes. */
    public Table withIndexes(List<Index> other) {
        return new Table(name, columns, inherited, constraints, other, storage, comment);
    }

    @Override
    public Table withComment(@Nullable String other) {
        return new Table(name, columns, inherited, constraints, indexes, storage, other);
    }

    @Override
    public SchemaObject object() {
        return SchemaObject.of(ObjectKind.TABLE, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.table(this);
    }

    @Override
    public Map<SchemaObject, SchemaElement> parts() {
        Map<SchemaObject, SchemaElement> parts = new TreeMap<>();
        inherited.forEach(column -> parts.put(part(column), column));
        columns.forEach(column -> parts.put(part(column), column));
        constraints.forEach(constraint -> parts.put(part(constraint), constraint));
        indexes.forEach(index -> parts.put(index.object(name), index));
        return parts;
    }

    @Override
    public Table withParts(Predicate<SchemaObject> included) {
        return withColumns(columns.stream()
                        .filter(column -> included.test(part(column)))
                        .toList())
                .withInherited(inherited.stream()
                        .filter(column -> included.test(part(column)))
                        .toList())
                .withConstraints(constraints.stream()
                        .filter(constraint -> included.test(part(constraint)))
                        .toList())
                .withIndexes(indexes.stream()
                        .filter(index -> included.test(index.object(name)))
                        .toList());
    }

    @Override
    public Table withComments(Comments comments) {
        return withColumns(columns.stream().map(comments.on(this::part)).toList())
                .withInherited(inherited.stream().map(comments.on(this::part)).toList())
                .withConstraints(
                        constraints.stream().map(comments.on(this::part)).toList())
                .withIndexes(indexes.stream()
                        .map(comments.on((Index index) -> index.object(name)))
                        .toList())
                .withComment(comments.of(object(), comment));
    }

    private SchemaObject part(Column column) {
        return new SchemaObject(ObjectKind.COLUMN, name, column.name());
    }

    private SchemaObject part(Constraint constraint) {
        return new SchemaObject(ObjectKind.CONSTRAINT, name, constraint.name());
    }

    /**
     * Describes how a table is stored.
     *
     * @param unlogged whether it is {@code UNLOGGED}
     * @param partitionBy {@code RANGE (created_at)} if the table is partitioned
     * @param partitionOf the parent, if the table is a partition
     * @param inherits the parent tables, in order
     * @param options storage parameters: {@code fillfactor}
     */
    public record Storage(
            boolean unlogged,
            @Nullable String partitionBy,
            @Nullable PartitionOf partitionOf,
            List<QualifiedName> inherits,
            Map<String, String> options) {

        /** Describes an ordinary, logged table. */
        public static final Storage ORDINARY = new Storage(false, null, null, List.of(), Map.of());

        public Storage {
            inherits = List.copyOf(inherits);
            options = Collections.unmodifiableMap(new TreeMap<>(options));
        }
    }

    /**
     * Describes what makes a table a partition.
     *
     * @param parent the partitioned table
     * @param bound {@code FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')}, or {@code DEFAULT}
     */
    public record PartitionOf(QualifiedName parent, String bound) {}
}
