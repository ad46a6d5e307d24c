package dev.athanor.migration.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enum type.
 *
 * @param values its values, in their order
 */
public record EnumType(
        QualifiedName name, List<String> values, @Nullable String comment) implements Comparable<EnumType> {

    public EnumType {
        values = List.copyOf(values);
    }

    @Override
    public int compareTo(EnumType other) {
        return name.compareTo(other.name);
    }
}
