package dev.athanor.migration.schema;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the objects of a schema have besides their definitions. A definition that is created anew needs it again.
 *
 * @param objects the settings of those objects that have not only what a new object has; the columns of partitions and
 *     views are among them, and an index of a constraint is found by its constraint
 * @param access the owners and privileges
 * @since 0.1.0
 */
public record SchemaSettings(Map<SchemaObject, ObjectSettings> objects, AccessControl access) {

    /** Holds nothing. */
    public static final SchemaSettings NONE = new SchemaSettings(Map.of(), AccessControl.NONE);

    public SchemaSettings {
        objects = Collections.unmodifiableMap(new TreeMap<>(objects));
    }

    /** Returns the settings of a column. */
    public ColumnSettings column(SchemaObject column) {
        return of(column) instanceof ColumnSettings known ? known : ColumnSettings.NONE;
    }

    /** Returns the settings of a table or a materialized view. */
    public RelationSettings relation(SchemaObject relation) {
        return of(relation) instanceof RelationSettings known ? known : RelationSettings.NONE;
    }

    /** Returns the settings of an index or of the index of a constraint. */
    public IndexSettings index(SchemaObject index) {
        return of(index) instanceof IndexSettings known ? known : IndexSettings.NONE;
    }

    private @Nullable ObjectSettings of(SchemaObject object) {
        return objects.get(object);
    }

    /** Returns the same with other settings of objects. */
    public SchemaSettings withObjects(Map<SchemaObject, ObjectSettings> others) {
        return new SchemaSettings(others, access);
    }

    /** Returns the same with other owners and privileges. */
    public SchemaSettings withAccess(AccessControl other) {
        return new SchemaSettings(objects, Objects.requireNonNull(other));
    }
}
