package dev.athanor.migration.operation;

import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes what happens to a column of a table.
 *
 * @since 0.1.0
 */
public sealed interface ColumnOperation extends Operation {

    /** Returns the visitor's answer for this kind of column operation. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return visitor.column(this);
    }

    /**
     * Answers for each kind of column operation: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link AddColumn}. */
        R addColumn(AddColumn operation);

        /** Answers for {@link DropColumn}. */
        R dropColumn(DropColumn operation);

        /** Answers for {@link AlterColumn}. */
        R alterColumn(AlterColumn operation);
    }

    /** Represents {@code ALTER TABLE … ADD COLUMN}, with the comment of the column. */
    record AddColumn(QualifiedName table, Column column, Existence existence) implements ColumnOperation {

        /** Creates the addition of a column that must not exist yet. */
        public AddColumn(QualifiedName table, Column column) {
            this(table, column, Existence.EXPECTED);
        }

        @Override
        public Operation reverse() {
            return new DropColumn(table, column.name(), column, DropOptions.after(existence));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addColumn(this);
        }
    }

    /**
     * Represents {@code ALTER TABLE … DROP COLUMN}.
     *
     * @param definition the previous definition, for the reverse, which adds the column as the last one
     */
    record DropColumn(
            QualifiedName table, String name, @Nullable Column definition, DropOptions options)
            implements ColumnOperation {

        /** Creates a removal that holds all that its reverse needs. */
        public DropColumn(QualifiedName table, Column definition) {
            this(table, definition.name(), definition, DropOptions.PLAIN);
        }

        @Override
        public Operation reverse() {
            if (definition == null) {
                throw IrreversibleOperationException.missing(
                        "Dropping column " + table + "." + name,
                        "its type",
                        Call.to("dropColumn", table.name(), name, "type").text());
            }
            return new AddColumn(table, definition, options.existence());
        }

        @Override
        public boolean destructive() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropColumn(this);
        }
    }

    /**
     * Represents {@code ALTER TABLE … ALTER COLUMN}.
     *
     * @param changes at most one of a kind; type, nullability, value, comment
     * @param reach whether the tables that inherit the column change with it
     */
    record AlterColumn(QualifiedName table, String column, List<ColumnChange> changes, Reach reach)
            implements ColumnOperation {

        /** Tells whether partitions and child tables change with a table. */
        public enum Reach {
            /** Changes them too, as PostgreSQL does unless told otherwise. */
            CHILDREN,
            /** Changes the table alone ({@code ALTER TABLE ONLY}), as far as PostgreSQL allows that. */
            ONLY
        }

        public AlterColumn {
            changes = ColumnChanges.inOrder(changes);
            ColumnChanges.check(table, column, changes);
        }

        /** Creates a change of a column and of those that inherit it. */
        public AlterColumn(QualifiedName table, String column, List<ColumnChange> changes) {
            this(table, column, changes, Reach.CHILDREN);
        }

        /**
         * Returns the changes that turn one column into another one of the same name. If the type changes, the
         * default is set again.
         */
        public static AlterColumn between(QualifiedName table, Column from, Column to) {
            return new AlterColumn(table, from.name(), ColumnChanges.between(from, to));
        }

        /** Returns this change with {@code USING} expressions for the change of the type and for its reverse. */
        public AlterColumn using(String expression, String reverseExpression) {
            return new AlterColumn(
                    table,
                    column,
                    changes.stream()
                            .map(change -> change instanceof ColumnChange.Type type
                                    ? type.withUsing(expression, reverseExpression)
                                    : change)
                            .toList(),
                    reach);
        }

        @Override
        public Operation reverse() {
            return new AlterColumn(
                    table,
                    column,
                    changes.stream()
                            .map(change -> change.reverse(table, column))
                            .toList(),
                    reach);
        }

        @Override
        public boolean destructive() {
            return changes.stream().anyMatch(ColumnChange::destructive);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterColumn(this);
        }
    }
}
