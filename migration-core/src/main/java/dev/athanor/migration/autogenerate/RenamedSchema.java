package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.Difference;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.rendering.SqlText;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementSplitter;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Holds the live schema after renames, which PostgreSQL itself executes in a transaction that is rolled back.
 *
 * @param filled the tables that have rows, under their new names
 */
record RenamedSchema(Schema live, Set<QualifiedName> filled, List<Operation> operations, List<Difference> differences) {

    static RenamedSchema of(ComparedSchemas compared, SchemaComparison comparison, List<String> renames) {
        if (renames.isEmpty()) {
            return new RenamedSchema(compared.live(), comparison.filled(), List.of(), List.of());
        }
        GivenRenames given = GivenRenames.of(renames, compared.live(), compared.wanted());
        List<Operation> operations = given.operations();
        return comparison.inTransaction(transaction -> {
            comparison.live(transaction);
            rename(transaction, operations);
            return new RenamedSchema(
                    comparison.live(transaction), comparison.filled(transaction), operations, given.differences());
        });
    }

    private static void rename(RollbackTransaction transaction, List<Operation> operations) {
        for (Statement statement : StatementSplitter.split(SqlText.of(operations))) {
            try {
                transaction.execute(statement.sql());
            } catch (SQLException e) {
                throw new ComparisonException(
                        "PostgreSQL refuses a renaming:\n    " + statement.sql() + "\n" + RejectedStatement.words(e),
                        "Correct the `--rename` options. Nothing was changed: all was rolled back.",
                        e);
            }
        }
    }

    /** Returns a difference from this schema as one from the live schema itself. */
    SchemaDiff in(SchemaDiff diff) {
        return operations.isEmpty() ? diff : diff.after(operations, differences);
    }
}
