package dev.athanor.migration.diff;

import dev.athanor.migration.schema.SchemaElement;
import dev.athanor.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Describes the differences, one per line. The parts of an object that is added or removed as a whole are not listed.
 */
final class Differences {

    private final Comparison comparison;
    private final List<Difference> found = new ArrayList<>();

    private Differences(Comparison comparison) {
        this.comparison = comparison;
    }

    static List<Difference> of(Comparison comparison) {
        Differences differences = new Differences(comparison);
        comparison.before().names().forEach(differences::addFormer);
        comparison.after().names().stream()
                .filter(object -> !comparison.isKnown(object))
                .filter(object -> !isPartOfNew(object, comparison.before()))
                .forEach(object -> differences.add(object, Difference.ADDED));
        SettingsDifferences.of(comparison)
                .forEach((object, lines) -> lines.lines().forEach(line -> differences.add(object, line)));
        return differences.found.stream().sorted().toList();
    }

    private static boolean isPartOfNew(SchemaObject object, Inventory other) {
        return object.kind().isOnTable()
                && !other.has(SchemaObjects.table(object.name()))
                && !other.has(SchemaObjects.view(object.name()));
    }

    private void add(SchemaObject object, String what) {
        add(object, new DifferenceLines.Line(what, Optional.empty()));
    }

    private void add(SchemaObject object, DifferenceLines.Line line) {
        found.add(new Difference(object, line.what(), line.values(), owner(object)));
    }

    private Optional<SchemaObject> owner(SchemaObject object) {
        if (!object.kind().isOnTable()) {
            return Optional.empty();
        }
        SchemaObject view = SchemaObjects.view(object.name());
        boolean onView = comparison.before().has(view) || comparison.after().has(view);
        return Optional.of(onView ? view : SchemaObjects.table(object.name()));
    }

    private void addFormer(SchemaObject object) {
        SchemaObject counterpart = comparison.counterpart(object);
        SchemaElement before = comparison.before().get(object);
        SchemaElement after = counterpart == null ? null : comparison.after().get(counterpart);
        if (before == null || after == null || counterpart == null) {
            if (!isPartOfNew(object, comparison.after())) {
                add(object, Difference.REMOVED);
            }
            return;
        }
        if (!counterpart.equals(object)) {
            add(object, "renamed to " + counterpart.part());
        }
        if (!before.equals(after)) {
            DifferenceLines lines = new DifferenceLines();
            ElementKinds.of(before).describe(before, after, lines);
            lines.lines().forEach(line -> add(object, line));
        }
    }
}
