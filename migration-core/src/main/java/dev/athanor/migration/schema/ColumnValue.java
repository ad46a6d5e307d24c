package dev.athanor.migration.schema;

/** What a column holds where an insert names no value for it. */
public sealed interface ColumnValue {

    /** Null. */
    ColumnValue NONE = new None();

    /** No default: null, or an error where the column is not nullable. */
    record None() implements ColumnValue {}

    /**
     * {@code DEFAULT}.
     *
     * @param expression in SQL
     */
    record Default(String expression) implements ColumnValue {}

    /**
     * {@code GENERATED … AS IDENTITY}.
     *
     * @param always whether an insert may not give a value of its own ({@code ALWAYS}, not {@code BY DEFAULT})
     */
    record Identity(boolean always, SequenceOptions options) implements ColumnValue {}

    /**
     * {@code GENERATED ALWAYS AS (…)}.
     *
     * @param expression in SQL
     * @param stored whether it is computed when written ({@code STORED}), not when read ({@code VIRTUAL}, PostgreSQL 18)
     */
    record Generated(String expression, boolean stored) implements ColumnValue {}
}
