package dev.athanor.migration.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Represents a composite type.
 *
 * @param attributes the attributes, in order
 * @since 0.1.0
 */
public record CompositeType(
        QualifiedName name,
        List<Attribute> attributes,
        @Nullable String comment) implements Definition {

    public CompositeType {
        attributes = List.copyOf(attributes);
    }

    @Override
    public SchemaObject object() {
        return SchemaObject.of(ObjectKind.COMPOSITE_TYPE, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.compositeType(this);
    }

    @Override
    public CompositeType withComment(@Nullable String other) {
        return new CompositeType(name, attributes, other);
    }

    /** Represents one attribute of a composite type. */
    public record Attribute(
            String name, String type, @Nullable String collation) {}
}
