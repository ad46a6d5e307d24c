package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Dependency;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two schemas side by side.
 *
 * @param renames constraints and indexes that are the same under another name
 * @param newNames those other names
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

    /** What an object is called afterwards; null where it is no more. */
    @Nullable SchemaObject counterpart(SchemaObject object) {
        SchemaObject renamed = renames.get(object);
        if (renamed != null) {
            return renamed;
        }
        return after.has(object) && !newNames.contains(object) ? object : null;
    }

    /** Whether it is something's new name, or there already. */
    boolean isKnown(SchemaObject added) {
        return before.has(added) && !renames.containsKey(added) || newNames.contains(added);
    }
}
