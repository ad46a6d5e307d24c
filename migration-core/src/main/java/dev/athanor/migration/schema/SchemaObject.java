package dev.athanor.migration.schema;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An object of a schema, by its kind and name.
 *
 * @param name its own; of a column, constraint, index or trigger that of its table
 * @param part what the kind says
 * @since 0.1.0
 */
public record SchemaObject(
        ObjectKind kind, QualifiedName name, @Nullable String part) implements Comparable<SchemaObject> {

    private static final Comparator<SchemaObject> ORDER = Comparator.comparing(SchemaObject::kind)
            .thenComparing(SchemaObject::name)
            .thenComparing(SchemaObject::part, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

    /** An object that is no part of another. */
    public static SchemaObject of(ObjectKind kind, QualifiedName name) {
        return new SchemaObject(kind, name, null);
    }

    /** For people: {@code column users.age}, not quoted. */
    @Override
    public String toString() {
        return kind.words() + " " + name + suffix();
    }

    private String suffix() {
        if (part == null) {
            return "";
        }
        return kind == ObjectKind.FUNCTION ? "(" + part + ")" : "." + part;
    }

    @Override
    public int compareTo(SchemaObject other) {
        return ORDER.compare(this, other);
    }
}
