package dev.athanor.migration.operation;

import org.jspecify.annotations.Nullable;

/**
 * Represents a type with a collation.
 *
 * @param type in SQL
 * @param collation quoted as in SQL, if it is not the collation of the type
 * @since 0.1.0
 */
public record ColumnType(String type, @Nullable String collation) {

    /** Creates a type with its own collation. */
    public static ColumnType of(String type) {
        return new ColumnType(type, null);
    }
}
