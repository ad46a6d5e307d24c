package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Dependency;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds two schemas side by side.
 *
 * @param renames the constraints and indexes that only change their names, with their new names
 * @param newNames the new names
 */
record Comparison(
        Schema from,
        Schema to,
        Inventory before,
        Inventory after,
        Set<Dependency> needsBefore,
        Set<Dependency> needsAfter,
        Map<SchemaObject, SchemaObject> renames,
        Set<SchemaObject> newNames) {

    static Comparison of(Schema from, Schema to) {
        Map<SchemaObject, SchemaObject> renames = Renames.between(from, to);
        return new Comparison(
                from,
                to,
                Inventory.of(from),
                Inventory.of(to),
                DependencyGraph.of(from),
                DependencyGraph.of(to),
                renames,
                Set.copyOf(renames.values()));
    }

    /** Returns the object's name in the wanted schema, or {@code null} if the object no longer exists there. */
    @Nullable SchemaObject counterpart(SchemaObject object) {
        SchemaObject renamed = renames.get(object);
        if (renamed != null) {
            return renamed;
        }
        return after.has(object) && !newNames.contains(object) ? object : null;
    }

    /** Returns whether the object exists already, or is the new name of one that does. */
    boolean isKnown(SchemaObject added) {
        return before.has(added) && !renames.containsKey(added) || newNames.contains(added);
    }
}
