package dev.athanor.migration.autoconfigure.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into maps and lists of texts, numbers and booleans, which every JSON library writes alike whatever its
 * settings are: components keep their names and their order, those that are null are left out, instants are ISO-8601 in
 * UTC.
 */
public final class JsonTree {

    private JsonTree() {}

    /** Returns the object of a record. */
    public static Map<String, Object> of(Record value) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object read = read(component, value);
            if (read != null) {
                object.put(component.getName(), tree(read));
            }
        }
        return object;
    }

    /** Returns an object for each record. */
    public static List<Map<String, Object>> of(Collection<? extends Record> values) {
        return values.stream().map(JsonTree::of).toList();
    }

    private static Object tree(Object value) {
        if (value instanceof Record object) {
            return of(object);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> object = new LinkedHashMap<>();
            map.forEach((key, element) -> object.put(key.toString(), tree(element)));
            return object;
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(JsonTree::tree).toList();
        }
        return value instanceof Instant ? value.toString() : value;
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The component " + component + " could not be read.", e);
        }
    }
}
