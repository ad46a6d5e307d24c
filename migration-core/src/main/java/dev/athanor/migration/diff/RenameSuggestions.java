package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Sequence;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Finds dropped and added objects that may only have been renamed. */
final class RenameSuggestions {

    /** Defines which share of two tables' columns must be the same. */
    private static final double ALIKE = 2.0 / 3;

    private final Comparison comparison;
    private final List<RenameSuggestion> found = new ArrayList<>();

    private RenameSuggestions(Comparison comparison) {
        this.comparison = comparison;
    }

    static List<RenameSuggestion> of(Comparison comparison) {
        RenameSuggestions suggestions = new RenameSuggestions(comparison);
        suggestions.addTables();
        suggestions.addColumns();
        suggestions.addValues();
        suggestions.addSequences();
        return suggestions.found;
    }

    private void addTables() {
        List<Table> added = new ArrayList<>(comparison.to().tables().stream()
                .filter(table -> !comparison.before().has(SchemaObjects.table(table.name())))
                .toList());
        for (Table dropped : comparison.from().tables()) {
            if (!comparison.after().has(SchemaObjects.table(dropped.name()))) {
                added.stream()
                        .filter(table -> isAlike(dropped, table))
                        .findFirst()
                        .ifPresent(table -> {
                            added.remove(table);
                            found.add(new RenameSuggestion(
                                    SchemaObjects.table(dropped.name()), SchemaObjects.table(table.name())));
                        });
            }
        }
    }

    private static boolean isAlike(Table some, Table other) {
        Set<String> columns = outlines(some.columns());
        Set<String> common = new HashSet<>(columns);
        common.retainAll(outlines(other.columns()));
        return !common.isEmpty()
                && common.size()
                        >= ALIKE
                                * Math.max(
                                        some.columns().size(), other.columns().size());
    }

    private static Set<String> outlines(Collection<Column> columns) {
        Set<String> outlines = new HashSet<>();
        columns.forEach(column -> outlines.add(column.name() + " " + column.type()));
        return outlines;
    }

    private void addColumns() {
        for (Table table : comparison.from().tables()) {
            if (comparison.after().get(SchemaObjects.table(table.name())) instanceof Table wanted) {
                addColumns(table, wanted);
            }
        }
    }

    private void addColumns(Table from, Table to) {
        List<Column> added = new ArrayList<>(without(to.columns(), from.columns()));
        for (Column dropped : without(from.columns(), to.columns())) {
            added.stream()
                    .filter(column -> dropped.withName("")
                            .withComment(null)
                            .equals(column.withName("").withComment(null)))
                    .findFirst()
                    .ifPresent(column -> {
                        added.remove(column);
                        found.add(new RenameSuggestion(
                                SchemaObjects.column(from.name(), dropped.name()),
                                SchemaObjects.column(to.name(), column.name())));
                    });
        }
    }

    private static List<Column> without(List<Column> columns, List<Column> others) {
        List<String> names = others.stream().map(Column::name).toList();
        return columns.stream().filter(column -> !names.contains(column.name())).toList();
    }

    private void addValues() {
        for (EnumType type : comparison.from().all(EnumType.class)) {
            SchemaObject key = type.object();
            if (comparison.after().get(key) instanceof EnumType wanted) {
                addValue(type, wanted);
            }
        }
    }

    /** Suggests a rename if exactly one value is replaced by another at the same position. */
    private void addValue(EnumType from, EnumType to) {
        List<String> added = EnumTypeKind.added(from, to);
        List<String> dropped = EnumTypeKind.added(to, from);
        boolean one = added.size() == 1 && dropped.size() == 1;
        if (one && from.values().indexOf(dropped.get(0)) == to.values().indexOf(added.get(0))) {
            found.add(new RenameSuggestion(value(from, dropped.get(0)), value(to, added.get(0))));
        }
    }

    /** Suggests renames between sequences that count alike, and have the same owner or none. */
    private void addSequences() {
        List<Sequence> added = new ArrayList<>(comparison.to().all(Sequence.class).stream()
                .filter(sequence -> !comparison.before().has(sequence.object()))
                .toList());
        for (Sequence dropped : comparison.from().all(Sequence.class)) {
            if (!comparison.after().has(dropped.object())) {
                added.stream()
                        .filter(sequence -> isAlike(dropped, sequence))
                        .findFirst()
                        .ifPresent(sequence -> {
                            added.remove(sequence);
                            found.add(new RenameSuggestion(dropped.object(), sequence.object()));
                        });
            }
        }
    }

    private static boolean isAlike(Sequence dropped, Sequence added) {
        return added.options().equals(dropped.options())
                && Objects.equals(added.ownedBy(), dropped.ownedBy())
                && added.name().equals(dropped.name().sibling(added.name().name()));
    }

    private static SchemaObject value(EnumType type, String value) {
        return new SchemaObject(ObjectKind.ENUM_TYPE, type.name(), value);
    }
}
