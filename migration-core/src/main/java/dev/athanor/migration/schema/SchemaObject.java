package dev.athanor.migration.schema;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Identifies an object of a schema by its kind and name.
 *
 * @param name the name of the object; for a part of a table or view, such as a column, the name of that
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
        return kind.words() + " " + (part == null ? name : whole(part));
    }

    private String whole(String second) {
        return switch (kind) {
            case FUNCTION, AGGREGATE, OPERATOR -> name + "(" + second + ")";
            case CAST -> "(" + name + " AS " + second + ")";
            case OPERATOR_FAMILY, OPERATOR_CLASS -> name + " using " + second;
            case USER_MAPPING, TRANSFORM -> "for " + second + " " + name;
            default -> name + "." + second;
        };
    }

    @Override
    public int compareTo(SchemaObject other) {
        return ORDER.compare(this, other);
    }
}
