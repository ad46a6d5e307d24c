package dev.athanor.migration.schema;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Identifies an object of a schema by its kind and name.
 *
 * @param name the name of the object; for a column, constraint, index or trigger the name of its table
 * @param part the part that the kind describes
 * @since 0.1.0
 */
public record SchemaObject(
        ObjectKind kind, QualifiedName name, @Nullable String part) implements Comparable<SchemaObject> {

    private static final Comparator<SchemaObject> ORDER = Comparator.comparing(SchemaObject::kind)
            .thenComparing(SchemaObject::name)
            .thenComparing(SchemaObject::part, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

    /** Creates the identity of an object that is not part of another one. */
    public static SchemaObject of(ObjectKind kind, QualifiedName name) {
        return new SchemaObject(kind, name, null);
    }

    /** Returns a readable form without quotation marks, such as {@code column users.age}. */
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
