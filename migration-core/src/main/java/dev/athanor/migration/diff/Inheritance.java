package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Knows which tables of a schema inherit from which, and what their columns hold in effect. */
final class Inheritance {

    private static final ColumnValue REMOVED = new ColumnValue.Default("NULL");

    private final Map<QualifiedName, Table> tables = new HashMap<>();
    private final Map<QualifiedName, List<QualifiedName>> children = new HashMap<>();

    Inheritance(Schema schema) {
        for (Table table : schema.tables()) {
            tables.put(table.name(), table);
            table.parents().forEach(parent -> children.computeIfAbsent(parent, key -> new ArrayList<>())
                    .add(table.name()));
        }
    }

    /** Returns whether a table has parents or children. */
    boolean has(QualifiedName table) {
        return children.containsKey(table)
                || tables.containsKey(table) && !tables.get(table).parents().isEmpty();
    }

    /** Returns all tables that inherit from a table, directly or not. */
    Set<QualifiedName> descendants(QualifiedName table) {
        Set<QualifiedName> all = new LinkedHashSet<>();
        for (QualifiedName child : children.getOrDefault(table, List.of())) {
            if (all.add(child)) {
                all.addAll(descendants(child));
            }
        }
        return all;
    }

    List<QualifiedName> parents(QualifiedName table) {
        return tables.containsKey(table) ? tables.get(table).parents() : List.of();
    }

    /** Returns what a table declares for a column, or has of its own on it. */
    Optional<Column> listed(QualifiedName table, String column) {
        return tables.containsKey(table) ? listed(tables.get(table), column) : Optional.empty();
    }

    static Optional<Column> listed(Table table, String column) {
        return Stream.concat(table.columns().stream(), table.inherited().stream())
                .filter(one -> one.name().equals(column))
                .findFirst();
    }

    /** Returns whether a table declares a column itself. */
    boolean declares(QualifiedName table, String column) {
        return tables.containsKey(table)
                && tables.get(table).columns().stream()
                        .anyMatch(one -> one.name().equals(column));
    }

    /** Returns whether a parent of the table has the column. */
    boolean isInherited(QualifiedName table, String column) {
        return inParents(table, column).findAny().isPresent();
    }

    /** Returns a column with the default that it has in effect. */
    Optional<Column> effective(QualifiedName table, String column) {
        Optional<Column> own = listed(table, column);
        if (own.isPresent() && declares(table, column)) {
            return own;
        }
        Optional<Column> bare = bare(table, column);
        return own.isEmpty() || bare.isEmpty()
                ? bare
                : own.map(one -> one.withValue(value(one, bare.get().value())));
    }

    /** Returns a column as a table inherits it if it has nothing of its own on it. */
    Optional<Column> bare(QualifiedName table, String column) {
        return inParents(table, column)
                .findFirst()
                .map(parent -> parent.withComment(null).withNullable(true).withValue(inheritedValue(table, column)));
    }

    private ColumnValue inheritedValue(QualifiedName table, String column) {
        return inParents(table, column)
                .map(Column::value)
                .filter(value -> !value.equals(ColumnValue.NONE) && !(value instanceof ColumnValue.Identity))
                .findFirst()
                .orElse(ColumnValue.NONE);
    }

    private static ColumnValue value(Column own, ColumnValue inherited) {
        if (own.value().equals(ColumnValue.NONE)) {
            return inherited;
        }
        return own.value().equals(REMOVED) ? ColumnValue.NONE : own.value();
    }

    private Stream<Column> inParents(QualifiedName table, String column) {
        return parents(table).stream().flatMap(parent -> effective(parent, column).stream());
    }

    /**
     * Returns a schema in which each table lists the inherited columns on which the same table of another schema has
     * something of its own, so that they can be compared.
     */
    Schema completed(Schema schema, Inheritance other) {
        return schema.with(
                Table.class,
                schema.tables().stream()
                        .map(table -> other.tables.containsKey(table.name())
                                        && !TableKind.changesParents(table, other.tables.get(table.name()))
                                ? completed(table, other.tables.get(table.name()), other)
                                : table)
                        .toList());
    }

    private Table completed(Table table, Table other, Inheritance otherSide) {
        Map<String, Column> inherited = new HashMap<>();
        table.inherited().forEach(column -> inherited.put(column.name(), column));
        other.inherited().stream()
                .filter(column -> listed(table, column.name()).isEmpty())
                .forEach(column -> effective(table.name(), column.name())
                        .ifPresent(bare -> inherited.put(column.name(), bare.withValue(ColumnValue.NONE))));
        names(table).stream()
                .filter(name -> listed(table, name).isEmpty()
                        && otherSide.value(other, name).isPresent())
                .filter(name -> !value(table, name).equals(otherSide.value(other, name)))
                .forEach(name -> effective(table.name(), name)
                        .ifPresent(bare -> inherited.put(name, bare.withValue(ColumnValue.NONE))));
        other.columns().stream()
                .filter(column -> !declares(table.name(), column.name()))
                .forEach(column -> effective(table.name(), column.name())
                        .ifPresent(effective -> inherited.put(column.name(), effective)));
        return table.withInherited(List.copyOf(inherited.values()));
    }

    /** Returns the names of the columns that a table inherits. */
    private Set<String> names(Table table) {
        Set<String> names = new LinkedHashSet<>();
        for (QualifiedName parent : table.parents()) {
            if (tables.containsKey(parent)) {
                tables.get(parent).columns().forEach(column -> names.add(column.name()));
                names.addAll(names(tables.get(parent)));
            }
        }
        return names;
    }

    private Optional<ColumnValue> value(Table table, String column) {
        return effective(table.name(), column).map(Column::value);
    }
}
