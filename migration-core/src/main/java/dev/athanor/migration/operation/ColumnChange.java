package dev.athanor.migration.operation;

import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Describes one change of a column.
 *
 * @since 0.1.0
 */
public sealed interface ColumnChange {

    /** Returns the visitor's answer for this kind of column change. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Answers for each kind of column change: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link Type}. */
        R type(Type change);

        /** Answers for {@link Nullability}. */
        R nullability(Nullability change);

        /** Answers for {@link Value}. */
        R value(Value change);

        /** Answers for {@link DropIdentity}. */
        R dropIdentity(DropIdentity change);

        /** Answers for {@link DropExpression}. */
        R dropExpression(DropExpression change);

        /** Answers for {@link Comment}. */
        R comment(Comment change);
    }

    /** Returns the change that undoes this one. */
    ColumnChange reverse(QualifiedName table, String column);

    /** Returns whether the change can lose data. */
    default boolean destructive() {
        return false;
    }

    /**
     * Represents a change of the type ({@code TYPE}).
     *
     * @param from the previous one; null if unknown
     * @param using the expression that converts a value; null for PostgreSQL's own conversion
     * @param reverseUsing the expression of the reverse
     */
    record Type(
            @Nullable ColumnType from,
            ColumnType to,
            @Nullable String using,
            @Nullable String reverseUsing) implements ColumnChange {

        /** Creates a change that PostgreSQL's own conversion carries out in both directions. */
        public Type(@Nullable ColumnType from, ColumnType to) {
            this(from, to, null, null);
        }

        Type withUsing(String expression, String reverseExpression) {
            return new Type(from, to, expression, reverseExpression);
        }

        @Override
        public ColumnChange reverse(QualifiedName table, String column) {
            if (from == null) {
                throw ColumnChanges.irreversible(table, column, "type", "existingType(\"…\")");
            }
            return new Type(to, from, reverseUsing, using);
        }

        @Override
        public boolean destructive() {
            return from == null || !Widening.holds(from.type(), to.type());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.type(this);
        }
    }

    /** Represents {@code SET NOT NULL} or {@code DROP NOT NULL}. */
    record Nullability(boolean nullable) implements ColumnChange {

        @Override
        public ColumnChange reverse(QualifiedName table, String column) {
            return new Nullability(!nullable);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nullability(this);
        }
    }

    /**
     * Represents {@code SET DEFAULT}, {@code ADD GENERATED}, {@code SET EXPRESSION} (PostgreSQL 17) and similar
     * changes.
     *
     * @param from the previous one; null if unknown
     */
    record Value(@Nullable ColumnValue from, ColumnValue to) implements ColumnChange {

        public Value {
            // PostgreSQL adds an identity only to a column that has no default
            from = from == null && to instanceof ColumnValue.Identity ? ColumnValue.NONE : from;
        }

        @Override
        public ColumnChange reverse(QualifiedName table, String column) {
            if (from == null) {
                throw ColumnChanges.irreversible(table, column, "default", "existingDefault(\"…\")");
            }
            return new Value(to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.value(this);
        }
    }

    /** Represents {@code DROP IDENTITY} of a column about which nothing else is known. */
    record DropIdentity() implements ColumnChange {

        @Override
        public ColumnChange reverse(QualifiedName table, String column) {
            throw ColumnChanges.irreversible(table, column, "identity", "existingIdentity()");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropIdentity(this);
        }
    }

    /** Represents {@code DROP EXPRESSION} of a column about which nothing else is known. */
    record DropExpression() implements ColumnChange {

        @Override
        public ColumnChange reverse(QualifiedName table, String column) {
            throw ColumnChanges.neverGenerated(table, column);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropExpression(this);
        }
    }

    /**
     * Represents {@code COMMENT ON COLUMN}.
     *
     * @param from the previous comment; null if there was none or if it is unknown
     * @param to the new comment; null for none
     */
    record Comment(@Nullable String from, @Nullable String to) implements ColumnChange {

        @Override
        public ColumnChange reverse(QualifiedName table, String column) {
            if (from == null && to == null) {
                throw ColumnChanges.irreversible(table, column, "comment", "existingComment(\"…\")");
            }
            return new Comment(to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comment(this);
        }
    }
}
