package dev.athanor.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * Represents a column of a table.
 *
 * @param type as `format_type` prints it: `character varying(20)`
 * @param collation its collation, quoted as in SQL, if it is not the collation of the type
 * @param value the value that it holds if an insert names none
 * @param comment the comment; null for none
 * @since 0.1.0
 */
public record Column(
        String name,
        String type,
        boolean nullable,
        @Nullable String collation,
        ColumnValue value,
        @Nullable String comment)
        implements SchemaElement {

    /** Creates a nullable column that has only a name and a type. */
    public static Column of(String name, String type) {
        return new Column(name, type, true, null, ColumnValue.NONE, null);
    }

    /** Returns the column with another name. */
    public Column withName(String other) {
        return new Column(other, type, nullable, collation, value, comment);
    }

    /** Returns the column with another type. */
    public Column withType(String other) {
        return new Column(name, other, nullable, collation, value, comment);
    }

    /** Returns the column with or without {@code NOT NULL}. */
    public Column withNullable(boolean other) {
        return new Column(name, type, other, collation, value, comment);
    }

    /** Returns the column with another collation; null for that of its type. */
    public Column withCollation(@Nullable String other) {
        return new Column(name, type, nullable, other, value, comment);
    }

    /** Returns the column with another default, identity or generation expression. */
    public Column withValue(ColumnValue other) {
        return new Column(name, type, nullable, collation, other, comment);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.column(this);
    }

    @Override
    public Column withComment(@Nullable String other) {
        return new Column(name, type, nullable, collation, value, other);
    }
}
