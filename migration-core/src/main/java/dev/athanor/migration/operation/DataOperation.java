package dev.athanor.migration.operation;

import dev.athanor.migration.error.MigrationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes what happens to rows, or what a statement of the author does.
 *
 * @since 0.1.0
 */
public sealed interface DataOperation extends Operation {

    /** Returns the visitor's answer for this kind of data operation. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return visitor.data(this);
    }

    /**
     * Answers for each kind of data operation: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link Execute}. */
        R execute(Execute operation);

        /** Answers for {@link BulkInsert}. */
        R bulkInsert(BulkInsert operation);

        /** Answers for {@link BulkDelete}. */
        R bulkDelete(BulkDelete operation);
    }

    /**
     * Holds a statement with its parameters.
     *
     * @param sql the text; if it has parameters, with {@code ?} for each and {@code ??} for the operator {@code ?}
     */
    record Command(String sql, List<SqlValue> parameters) {

        public Command {
            parameters = List.copyOf(parameters);
            if (sql.isBlank()) {
                throw new MigrationException("A statement is empty.", "Give its text.");
            }
        }
    }

    /**
     * Represents an SQL statement.
     *
     * @param undo the statement that undoes it
     * @param inTransaction whether it may run inside a transaction
     */
    record Execute(Command command, @Nullable Command undo, boolean inTransaction) implements DataOperation {

        /** Creates a statement from its text and the values of its parameters. */
        public static Execute sql(String sql, @Nullable Object... parameters) {
            return new Execute(new Command(sql, SqlValue.listOf(parameters)), null, true);
        }

        /** Returns this statement with another statement as its reverse. */
        public Execute undoneBy(String sql, @Nullable Object... parameters) {
            return new Execute(command, new Command(sql, SqlValue.listOf(parameters)), inTransaction);
        }

        /** Returns this statement for a run outside of any transaction. */
        public Execute outsideTransaction() {
            return new Execute(command, undo, false);
        }

        @Override
        public Operation reverse() {
            if (undo == null) {
                throw IrreversibleOperationException.missing(
                        "Executing " + Call.quoted(Excerpt.of(command.sql())),
                        "the statement that undoes it",
                        "op.execute(Execute.sql(\"…\").undoneBy(\"…\"))");
            }
            return new Execute(undo, command, inTransaction);
        }

        @Override
        public boolean transactional() {
            return inTransaction;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.execute(this);
        }
    }

    /** Represents {@code INSERT} of rows. */
    record BulkInsert(Rows rows) implements DataOperation {

        @Override
        public Operation reverse() {
            if (rows.key().isEmpty()) {
                throw IrreversibleOperationException.missing(
                        "Inserting rows into table " + rows.table(),
                        "which columns tell them from others",
                        Call.to("bulkInsert", rows.table().name())
                                .lambda("List.of(\"id\")")
                                .lambda("rows")
                                .text());
            }
            return new BulkDelete(rows);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bulkInsert(this);
        }
    }

    /** Represents {@code DELETE} of rows, each by its key. */
    record BulkDelete(Rows rows) implements DataOperation {

        @Override
        public Operation reverse() {
            return new BulkInsert(rows);
        }

        @Override
        public boolean destructive() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bulkDelete(this);
        }
    }
}
