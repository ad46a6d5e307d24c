package dev.athanor.migration.operation;

import org.jspecify.annotations.Nullable;

/**
 * A type and a collation.
 *
 * @param type in SQL
 * @param collation quoted as in SQL, where it is not the type's
 * @since 0.1.0
 */
public record ColumnType(String type, @Nullable String collation) {

    /** With the type's own collation. */
    public static ColumnType of(String type) {
        return new ColumnType(type, null);
    }
}
