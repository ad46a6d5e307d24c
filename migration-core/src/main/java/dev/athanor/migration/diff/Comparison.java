package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Dependency;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Table;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Two schemas side by side.
 *
 * @param renames constraints and indexes that are the same under another name
 */
record Comparison(
        Schema from,
        Schema to,
        Inventory before,
        Inventory after,
        Set<Dependency> needsBefore,
        Set<Dependency> needsAfter,
        Map<SchemaObject, SchemaObject> renames) {

    static Comparison of(Schema from, Schema to) {
        return new Comparison(
                from,
                to,
                Inventory.of(from),
                Inventory.of(to),
                Needs.of(from),
                Needs.of(to),
                Renames.between(from, to));
    }

    /** What an object is called afterwards; null where it is no more. */
    @Nullable SchemaObject counterpart(SchemaObject object) {
        SchemaObject renamed = renames.get(object);
        if (renamed != null) {
            return renamed;
        }
        return after.has(object) && !renames.containsValue(object) ? object : null;
    }

    /** Whether it is something's new name, or there already. */
    boolean isKnown(SchemaObject added) {
        return before.has(added) && !renames.containsKey(added) || renames.containsValue(added);
    }

    /** The tables that are there before and after, by name. */
    Map<QualifiedName, Table> tablesBefore() {
        Map<QualifiedName, Table> tables = new TreeMap<>();
        from.tables().forEach(table -> tables.put(table.name(), table));
        return tables;
    }
}
