package dev.athanor.migration.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Represents an enum type.
 *
 * @param values the values, in order
 * @since 0.1.0
 */
public record EnumType(
        QualifiedName name, List<String> values, @Nullable String comment) implements Definition {

    public EnumType {
        values = List.copyOf(values);
    }

    @Override
    public SchemaObject object() {
        return SchemaObject.of(ObjectKind.ENUM_TYPE, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.enumType(this);
    }

    @Override
    public EnumType withComment(@Nullable String other) {
        return new EnumType(name, values, other);
    }
}
