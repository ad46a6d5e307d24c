package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.View;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All objects of a schema, each with its value. */
final class Inventory {

    private final SortedMap<SchemaObject, Object> objects = new TreeMap<>();

    private Inventory(Schema schema) {
        schema.namespaces().forEach(one -> objects.put(Keys.schema(one.name()), one));
        schema.extensions().forEach(one -> objects.put(Keys.extension(one.name()), one));
        schema.enumTypes().forEach(one -> objects.put(Keys.of(ObjectKind.ENUM_TYPE, one.name()), one));
        schema.domains().forEach(one -> objects.put(Keys.of(ObjectKind.DOMAIN, one.name()), one));
        schema.compositeTypes().forEach(one -> objects.put(Keys.of(ObjectKind.COMPOSITE_TYPE, one.name()), one));
        schema.sequences().forEach(one -> objects.put(Keys.sequence(one), one));
        schema.functions().forEach(one -> objects.put(Keys.function(one), one));
        schema.triggers().forEach(one -> objects.put(Keys.trigger(one), one));
        schema.tables().forEach(this::add);
        schema.views().forEach(this::add);
    }

    static Inventory of(Schema schema) {
        return new Inventory(schema);
    }

    private void add(Table table) {
        objects.put(Keys.table(table.name()), table);
        table.columns().forEach(one -> objects.put(Keys.column(table.name(), one.name()), one));
        table.constraints().forEach(one -> objects.put(Keys.constraint(table.name(), one.name()), one));
        add(table.name(), table.indexes());
    }

    private void add(View view) {
        objects.put(Keys.view(view.name()), view);
        add(view.name(), view.indexes());
    }

    private void add(QualifiedName table, List<Index> indexes) {
        indexes.forEach(one -> objects.put(Keys.index(table, one.name()), one));
    }

    boolean has(SchemaObject object) {
        return objects.containsKey(object);
    }

    @Nullable Object get(SchemaObject object) {
        return objects.get(object);
    }

    SortedSet<SchemaObject> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(objects.keySet()));
    }
}
