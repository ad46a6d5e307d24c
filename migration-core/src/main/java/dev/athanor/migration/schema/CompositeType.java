package dev.athanor.migration.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A composite type.
 *
 * @param attributes its attributes, in their order
 */
public record CompositeType(
        QualifiedName name,
        List<Attribute> attributes,
        @Nullable String comment) implements Comparable<CompositeType> {

    public CompositeType {
        attributes = List.copyOf(attributes);
    }

    @Override
    public int compareTo(CompositeType other) {
        return name.compareTo(other.name);
    }

    /** One attribute of it. */
    public record Attribute(
            String name, String type, @Nullable String collation) {}
}
