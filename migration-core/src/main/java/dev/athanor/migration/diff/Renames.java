package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds constraints and indexes of one table that differ in their names only, because a rename costs nothing. */
final class Renames {

    private final Map<SchemaObject, SchemaObject> found = new TreeMap<>();

    private Renames() {}

    static Map<SchemaObject, SchemaObject> between(Schema from, Schema to) {
        Renames renames = new Renames();
        Map<QualifiedName, Table> tables = from.tables().stream().collect(Collectors.toMap(Table::name, one -> one));
        to.tables().forEach(table -> renames.addTable(tables.get(table.name()), table));
        Map<QualifiedName, View> views =
                from.all(View.class).stream().collect(Collectors.toMap(View::name, one -> one));
        to.all(View.class).forEach(view -> renames.addView(views.get(view.name()), view));
        return renames.found;
    }

    private void addTable(@Nullable Table from, Table to) {
        if (from == null) {
            return;
        }
        Matching<Constraint> constraints = new Matching<>(Constraint::name, Constraints::structure);
        constraints
                .pairs(from.constraints(), to.constraints())
                .forEach((before, after) -> found.put(
                        SchemaObjects.constraint(from.name(), before.name()),
                        SchemaObjects.constraint(to.name(), after.name())));
        addIndexes(from.name(), from.indexes(), to.indexes());
    }

    private void addView(@Nullable View from, View to) {
        if (from != null) {
            addIndexes(from.name(), from.indexes(), to.indexes());
        }
    }

    private void addIndexes(QualifiedName table, List<Index> from, List<Index> to) {
        Matching<Index> indexes = new Matching<>(Index::name, Constraints::structure);
        indexes.pairs(from, to)
                .forEach((before, after) ->
                        found.put(SchemaObjects.index(table, before.name()), SchemaObjects.index(table, after.name())));
    }

    /**
     * Pairs the elements whose names disappear with elements of new names.
     *
     * @param structure the function that reduces an element to the form in which it is compared
     */
    record Matching<T>(Function<T, String> name, UnaryOperator<T> structure) {

        Map<T, T> pairs(List<T> from, List<T> to) {
            List<T> added = new ArrayList<>(without(to, from));
            Map<T, T> pairs = new java.util.LinkedHashMap<>();
            for (T before : without(from, to)) {
                added.stream()
                        .filter(after -> structure.apply(after).equals(structure.apply(before)))
                        .findFirst()
                        .ifPresent(after -> {
                            pairs.put(before, after);
                            added.remove(after);
                        });
            }
            return pairs;
        }

        private List<T> without(List<T> some, List<T> others) {
            List<String> names = others.stream().map(name).toList();
            return some.stream().filter(one -> !names.contains(name.apply(one))).toList();
        }
    }
}
