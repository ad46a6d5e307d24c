package dev.athanor.migration.operation;

import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * One thing that changes in a column.
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

    /** What changes it back. */
    ColumnChange reverse(QualifiedName table, String column);

    /** Whether it can take data away. */
    default boolean destructive() {
        return false;
    }

    /**
     * {@code TYPE}.
     *
     * @param from what it was; null where not known
     * @param using how a value is converted; null for PostgreSQL's own way
     * @param reverseUsing how it is converted back
     */
    record Type(
            @Nullable ColumnType from,
            ColumnType to,
            @Nullable String using,
            @Nullable String reverseUsing) implements ColumnChange {

        /** With PostgreSQL's own conversion both ways. */
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

    /** {@code SET NOT NULL} and {@code DROP NOT NULL}. */
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
     * {@code SET DEFAULT}, {@code ADD GENERATED}, {@code SET EXPRESSION} (PostgreSQL 17) and their like.
     *
     * @param from what it was; null where not known
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

    /** {@code DROP IDENTITY} of a column of which no more is known. */
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

    /** {@code DROP EXPRESSION} of a column of which no more is known. */
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
     * {@code COMMENT ON COLUMN}.
     *
     * @param from what it was; null for none, or where it is not known
     * @param to null for none
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
