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

        /** Answers for {@link NotNull}. */
        R notNull(NotNull constraint);
    }

    @Override
    default <R> R accept(SchemaElement.Visitor<R> visitor) {
        return visitor.constraint(this);
    }

    /** Returns its name. */
    String name();

    @Override
    Constraint withComment(@Nullable String comment);

    /** Returns the constraint with another name. */
    Constraint withName(String name);

    @Override
    default int compareTo(Constraint other) {
        return name().compareTo(other.name());
    }

    /**
     * Represents a primary key.
     *
     * @param include additional columns of the index
     * @param withoutOverlaps whether the ranges of the last column must not overlap among rows that are equal in the
     *     others (PostgreSQL 18)
     */
    record PrimaryKey(
            String name,
            List<String> columns,
            List<String> include,
            boolean withoutOverlaps,
            Deferrability deferrability,
            @Nullable String comment)
            implements Constraint {

        public PrimaryKey {
            columns = List.copyOf(columns);
            include = List.copyOf(include);
        }

        /** Creates a key that compares all of its columns for equality. */
        public PrimaryKey(
                String name,
                List<String> columns,
                List<String> include,
                Deferrability deferrability,
                @Nullable String comment) {
            this(name, columns, include, false, deferrability, comment);
        }

        @Override
        public PrimaryKey withName(String other) {
            return new PrimaryKey(other, columns, include, withoutOverlaps, deferrability, comment);
        }

        @Override
        public PrimaryKey withComment(@Nullable String other) {
            return new PrimaryKey(name, columns, include, withoutOverlaps, deferrability, other);
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
     * @param withoutOverlaps whether the ranges of the last column must not overlap among rows that are equal in the
     *     others (PostgreSQL 18)
     */
    record Unique(
            String name,
            List<String> columns,
            List<String> include,
            boolean nullsNotDistinct,
            boolean withoutOverlaps,
            Deferrability deferrability,
            @Nullable String comment)
            implements Constraint {

        public Unique {
            columns = List.copyOf(columns);
            include = List.copyOf(include);
        }

        /** Creates a constraint that compares all of its columns for equality. */
        public Unique(
                String name,
                List<String> columns,
                List<String> include,
                boolean nullsNotDistinct,
                Deferrability deferrability,
                @Nullable String comment) {
            this(name, columns, include, nullsNotDistinct, false, deferrability, comment);
        }

        @Override
        public Unique withName(String other) {
            return new Unique(other, columns, include, nullsNotDistinct, withoutOverlaps, deferrability, comment);
        }

        @Override
        public Unique withComment(@Nullable String other) {
            return new Unique(name, columns, include, nullsNotDistinct, withoutOverlaps, deferrability, other);
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
     * @param validated whether existing rows are known to satisfy it ({@code VALIDATE CONSTRAINT}), if it is enforced
     * @param enforced whether rows are checked at all; false for {@code NOT ENFORCED} (PostgreSQL 18)
     * @param period whether the last columns are ranges, of which the referenced rows must cover the whole
     *     ({@code PERIOD}, PostgreSQL 18)
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
            boolean enforced,
            boolean period,
            @Nullable String comment)
            implements Constraint {

        public ForeignKey {
            columns = List.copyOf(columns);
            referencedColumns = List.copyOf(referencedColumns);
            onDeleteColumns = List.copyOf(onDeleteColumns);
        }

        /** Creates an enforced constraint that compares all of its columns for equality. */
        public ForeignKey(
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
                @Nullable String comment) {
            this(
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
                    true,
                    false,
                    comment);
        }

        @Override
        public ForeignKey withName(String other) {
            return new ForeignKey(
                    other,
                    columns,
                    referencedTable,
                    referencedColumns,
                    matchFull,
                    onUpdate,
                    onDelete,
                    onDeleteColumns,
                    deferrability,
                    validated,
                    enforced,
                    period,
                    comment);
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
                    enforced,
                    period,
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
                    enforced,
                    period,
                    comment);
        }

        /** Returns the constraint, {@code NOT ENFORCED} or not. */
        public ForeignKey withEnforced(boolean other) {
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
                    other,
                    period,
                    comment);
        }

        /** Returns the constraint with or without {@code PERIOD} before its last columns. */
        public ForeignKey withPeriod(boolean other) {
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
                    enforced,
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
     * @param validated whether existing rows are known to satisfy it, if it is enforced
     * @param enforced whether rows are checked at all; false for {@code NOT ENFORCED} (PostgreSQL 18)
     */
    record Check(
            String name,
            String expression,
            boolean noInherit,
            boolean validated,
            boolean enforced,
            @Nullable String comment)
            implements Constraint {

        /** Creates an enforced constraint. */
        public Check(String name, String expression, boolean noInherit, boolean validated, @Nullable String comment) {
            this(name, expression, noInherit, validated, true, comment);
        }

        @Override
        public Check withName(String other) {
            return new Check(other, expression, noInherit, validated, enforced, comment);
        }

        @Override
        public Check withComment(@Nullable String other) {
            return new Check(name, expression, noInherit, validated, enforced, other);
        }

        /** Returns the constraint with another expression. */
        public Check withExpression(String other) {
            return new Check(name, other, noInherit, validated, enforced, comment);
        }

        /** Returns the constraint, {@code NOT VALID} or not. */
        public Check withValidated(boolean other) {
            return new Check(name, expression, noInherit, other, enforced, comment);
        }

        /** Returns the constraint, {@code NOT ENFORCED} or not. */
        public Check withEnforced(boolean other) {
            return new Check(name, expression, noInherit, validated, other, comment);
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
        public Exclusion withName(String other) {
            return new Exclusion(other, method, elements, include, predicate, deferrability, comment);
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

    /**
     * Represents {@code NOT NULL} as a constraint with a name (PostgreSQL 18), if it is more than a column that is not
     * nullable: if somebody chose its name, commented it, or if it is {@code NO INHERIT} or {@code NOT VALID}.
     *
     * @param noInherit whether child tables are exempt
     * @param validated whether existing rows are known to satisfy it
     */
    record NotNull(
            String name,
            String column,
            boolean noInherit,
            boolean validated,
            @Nullable String comment) implements Constraint {

        @Override
        public NotNull withName(String other) {
            return new NotNull(other, column, noInherit, validated, comment);
        }

        @Override
        public NotNull withComment(@Nullable String other) {
            return new NotNull(name, column, noInherit, validated, other);
        }

        /** Returns the constraint, {@code NO INHERIT} or not. */
        public NotNull withNoInherit(boolean other) {
            return new NotNull(name, column, other, validated, comment);
        }

        /** Returns the constraint, {@code NOT VALID} or not. */
        public NotNull withValidated(boolean other) {
            return new NotNull(name, column, noInherit, other, comment);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notNull(this);
        }
    }
}
