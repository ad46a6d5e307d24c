package dev.athanor.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * Represents one key of an index.
 *
 * @param column the column; null for an expression
 * @param expression the expression in SQL, without outer parentheses; null for a column
 * @param collation quoted as in SQL, if it is not the collation of the column
 * @param operatorClass quoted as in SQL, if it is not the default of the type
 * @param descending whether the order is descending
 * @param nullsFirst whether nulls come first (PostgreSQL's default for a descending key)
 * @since 0.1.0
 */
public record IndexKey(
        @Nullable String column,
        @Nullable String expression,
        @Nullable String collation,
        @Nullable String operatorClass,
        boolean descending,
        boolean nullsFirst) {

    public IndexKey {
        if ((column == null) == (expression == null)) {
            throw new IllegalArgumentException("A key is either a column or an expression");
        }
    }

    /** Creates an ascending key of a column. */
    public static IndexKey ofColumn(String column) {
        return new IndexKey(column, null, null, null, false, false);
    }

    /** Creates an ascending key of an expression. */
    public static IndexKey ofExpression(String expression) {
        return new IndexKey(null, expression, null, null, false, false);
    }

    /** Returns the key with another collation; null for that of its type. */
    public IndexKey withCollation(@Nullable String other) {
        return new IndexKey(column, expression, other, operatorClass, descending, nullsFirst);
    }

    /** Returns the key with another operator class; null for the default of its type. */
    public IndexKey withOperatorClass(@Nullable String other) {
        return new IndexKey(column, expression, collation, other, descending, nullsFirst);
    }

    /** Returns this key in descending order, with nulls first. */
    public IndexKey desc() {
        return new IndexKey(column, expression, collation, operatorClass, true, true);
    }

    /** Returns the key with nulls first or last. */
    public IndexKey withNullsFirst(boolean first) {
        return new IndexKey(column, expression, collation, operatorClass, descending, first);
    }
}
