package dev.athanor.migration.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Represents a constraint of a table.
 *
 * @since 0.1.0
 */
public sealed interface Constraint extends SchemaElement, Comparable<Constraint> {

    /** Returns the visitor's answer for this kind of constraint. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Answers for each kind of constraint: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link PrimaryKey}. */
        R primaryKey(PrimaryKey constraint);

        /** Answers for {@link Unique}. */
        R unique(Unique constraint);

        /** Answers for {@link ForeignKey}. */
        R foreignKey(ForeignKey constraint);

        /** Answers for {@link Check}. */
        R check(Check constraint);

        /** Answers for {@link Exclusion}. */
        R exclusion(Exclusion constraint);
    }

    @Override
    default <R> R accept(SchemaElement.Visitor<R> visitor) {
        return visitor.constraint(this);
    }

    /** Returns its name. */
    String name();

    @Override
    Constraint withComment(@Nullable String comment);

    @Override
    default int compareTo(Constraint other) {
        return name().compareTo(other.name());
    }

    /**
     * Represents a primary key.
     *
     * @param include additional columns of the index
     */
    record PrimaryKey(
            String name,
            List<String> columns,
            List<String> include,
            Deferrability deferrability,
            @Nullable String comment)
            implements Constraint {

        public PrimaryKey {
            columns = List.copyOf(columns);
            include = List.copyOf(include);
        }

        @Override
        public PrimaryKey withComment(@Nullable String other) {
            return new PrimaryKey(name, columns, include, deferrability, other);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.primaryKey(this);
        }
    }

    /**
     * Represents a unique constraint.
     *
     * @param include additional columns of the index
     * @param nullsNotDistinct whether two nulls are the same value (PostgreSQL 15)
     */
    record Unique(
            String name,
            List<String> columns,
            List<String> include,
            boolean nullsNotDistinct,
            Deferrability deferrability,
            @Nullable String comment)
            implements Constraint {

        public Unique {
            columns = List.copyOf(columns);
            include = List.copyOf(include);
        }

        @Override
        public Unique withComment(@Nullable String other) {
            return new Unique(name, columns, include, nullsNotDistinct, deferrability, other);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unique(this);
        }
    }

    /**
     * Represents a foreign key.
     *
     * @param matchFull whether it is {@code MATCH FULL}
     * @param onDeleteColumns which columns {@code ON DELETE SET NULL} and {@code SET DEFAULT} set; empty for all
     *     (PostgreSQL 15)
     * @param validated whether existing rows are known to satisfy it ({@code VALIDATE CONSTRAINT})
     */
    record ForeignKey(
            String name,
            List<String> columns,
            QualifiedName referencedTable,
            List<String> referencedColumns,
            boolean matchFull,
            ReferentialAction onUpdate,
            ReferentialAction onDelete,
            List<String> onDeleteColumns,
            Deferrability deferrability,
            boolean validated,
            @Nullable String comment)
            implements Constraint {

        public ForeignKey {
            columns = List.copyOf(columns);
            referencedColumns = List.copyOf(referencedColumns);
            onDeleteColumns = List.copyOf(onDeleteColumns);
        }

        @Override
        public ForeignKey withComment(@Nullable String other) {
            return new ForeignKey(
                    name,
                    columns,
                    referencedTable,
                    referencedColumns,
                    matchFull,
                    onUpdate,
                    onDelete,
                    onDeleteColumns,
                    deferrability,
                    validated,
                    other);
        }

        /** Returns the constraint, {@code NOT VALID} or not. */
        public ForeignKey withValidated(boolean other) {
            return new ForeignKey(
                    name,
                    columns,
                    referencedTable,
                    referencedColumns,
                    matchFull,
                    onUpdate,
                    onDelete,
                    onDeleteColumns,
                    deferrability,
                    other,
                    comment);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.foreignKey(this);
        }
    }

    /**
     * Represents a check constraint.
     *
     * @param expression in SQL, without the outer parentheses
     * @param noInherit whether child tables are exempt
     * @param validated whether existing rows are known to satisfy it
     */
    record Check(
            String name,
            String expression,
            boolean noInherit,
            boolean validated,
            @Nullable String comment) implements Constraint {

        @Override
        public Check withComment(@Nullable String other) {
            return new Check(name, expression, noInherit, validated, other);
        }

        /** Returns the constraint, {@code NOT VALID} or not. */
        public Check withValidated(boolean other) {
            return new Check(name, expression, noInherit, other, comment);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.check(this);
        }
    }

    /**
     * Represents an exclusion constraint.
     *
     * @param method the index's access method: {@code gist}
     * @param elements the keys, with the operators that compare them
     * @param predicate in SQL, without {@code WHERE}; null for every row
     */
    record Exclusion(
            String name,
            String method,
            List<Element> elements,
            List<String> include,
            @Nullable String predicate,
            Deferrability deferrability,
            @Nullable String comment)
            implements Constraint {

        public Exclusion {
            elements = List.copyOf(elements);
            include = List.copyOf(include);
        }

        @Override
        public Exclusion withComment(@Nullable String other) {
            return new Exclusion(name, method, elements, include, predicate, deferrability, other);
        }

        /** Represents a key of an exclusion constraint with the operator that compares it: {@code room WITH =}. */
        public record Element(IndexKey key, String operator) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exclusion(this);
        }
    }
}
