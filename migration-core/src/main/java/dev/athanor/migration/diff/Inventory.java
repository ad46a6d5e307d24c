package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Definition;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaElement;
import dev.athanor.migration.schema.SchemaObject;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Indexes the definitions of a schema and their parts by name. */
final class Inventory {

    private final SortedMap<SchemaObject, SchemaElement> objects = new TreeMap<>();

    private Inventory(Schema schema) {
        for (Definition definition : schema.definitions()) {
            objects.put(definition.object(), definition);
            objects.putAll(definition.parts());
        }
    }

    static Inventory of(Schema schema) {
        return new Inventory(schema);
    }

    boolean has(SchemaObject object) {
        return objects.containsKey(object);
    }

    @Nullable SchemaElement get(SchemaObject object) {
        return objects.get(object);
    }

    SortedSet<SchemaObject> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(objects.keySet()));
    }
}
