package dev.athanor.migration.schema;

/**
 * Describes what a column holds if an insert names no value for it.
 *
 * @since 0.1.0
 */
public sealed interface ColumnValue {

    /** Returns the visitor's answer for this kind of column value. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Answers for each kind of column value: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link None}. */
        R none(None value);

        /** Answers for {@link Default}. */
        R defaultExpression(Default value);

        /** Answers for {@link Identity}. */
        R identity(Identity value);

        /** Answers for {@link Generated}. */
        R generated(Generated value);
    }

    /** Represents a column without a default. */
    ColumnValue NONE = new None();

    /** Represents a column without a default: an insert stores null, or fails if the column is not nullable. */
    record None() implements ColumnValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.none(this);
        }
    }

    /**
     * Represents a {@code DEFAULT}.
     *
     * @param expression in SQL
     */
    record Default(String expression) implements ColumnValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.defaultExpression(this);
        }
    }

    /**
     * Represents {@code GENERATED … AS IDENTITY}.
     *
     * @param always whether an insert may not give a value ({@code ALWAYS}, not {@code BY DEFAULT})
     */
    record Identity(boolean always, SequenceOptions options) implements ColumnValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.identity(this);
        }
    }

    /**
     * Represents {@code GENERATED ALWAYS AS (…)}.
     *
     * @param expression in SQL
     * @param stored whether it is computed when written ({@code STORED}), not when read ({@code VIRTUAL}, PostgreSQL
     *     18)
     */
    record Generated(String expression, boolean stored) implements ColumnValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.generated(this);
        }
    }
}
