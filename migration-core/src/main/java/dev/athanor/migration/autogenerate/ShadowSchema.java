package dev.athanor.migration.autogenerate;

import dev.athanor.migration.inspect.SchemaReader;
import dev.athanor.migration.inspect.SchemaScope;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataAccessException;

/**
 * Creates a wanted schema under a name that no other schema has, and reads it.
 *
 * @param transaction the transaction, whose rollback removes the schema
 * @param context the session in which it replaces the live schema
 * @param scope the part of it that is read
 */
record ShadowSchema(RollbackTransaction transaction, SessionContext context, UnaryOperator<SchemaScope> scope) {

    /** Begins the names of shadow schemas, so that they differ from all others. */
    static final String PREFIX = "athanor_shadow_";

    private static final String ELSEWHERE = "Name another server, with a database for that, in `migration.shadow.url`.";

    ReadSchema make(WantedSchema wanted) {
        requireRight();
        String name = PREFIX + UUID.randomUUID().toString().replace("-", "");
        create(name);
        String transactionId = transactionId();
        transaction.setSearchPath(context.searchPathWhileCreating(name));
        fill(transaction, wanted);
        requireSame(transactionId, name, wanted);
        transaction.setSearchPath(context.searchPathWith(name));
        SchemaScope read = scope.apply(SchemaScope.of(name));
        return new ReadSchema(
                SchemaReader.read(transaction.connection(), read),
                Witnessing.schemas(transaction, read, context.searchPathWith(name)));
    }

    private void create(String name) {
        try {
            transaction.execute("CREATE SCHEMA " + SessionContext.quoted(name));
        } catch (SQLException e) {
            throw new ComparisonException(
                    "No schema can be created in database " + context.database()
                            + ", in which the wanted one would be made" + " and rolled back: "
                            + RejectedStatement.words(e),
                    ELSEWHERE,
                    e);
        }
    }

    static void fill(RollbackTransaction transaction, WantedSchema wanted) {
        try {
            wanted.create(transaction.connection());
        } catch (SQLException | DataAccessException e) {
            throw new ComparisonException(
                    "The wanted schema cannot be made from " + wanted.describe() + ": " + RejectedStatement.words(e),
                    "Correct it there. Nothing was changed: all was rolled back.",
                    e);
        }
    }

    private void requireRight() {
        if (!context.mayCreate()) {
            throw new ComparisonException(
                    "Role " + context.role() + " may not create schemas in database " + context.database()
                            + ", and the wanted schema is made in one, in a transaction that is rolled back.",
                    "Grant it: GRANT CREATE ON DATABASE " + SessionContext.quoted(context.database()) + " TO "
                            + SessionContext.quoted(context.role())
                            + "; or name another server, with a database for that, in `migration.shadow.url`.");
        }
    }

    private String transactionId() {
        return transaction
                .client()
                .sql("SELECT pg_current_xact_id()::text")
                .query(String.class)
                .single();
    }

    /** Requires that the transaction is still the same, because committed changes are no longer rolled back. */
    private void requireSame(String transactionId, String name, WantedSchema wanted) {
        if (transactionId.equals(transactionId())) {
            return;
        }
        drop(name);
        throw new ComparisonException(
                "The wanted schema of " + wanted.describe() + " has ended the transaction in which it is made.",
                "Remove what commits or rolls back. Schema " + name + " was dropped; see whether it has left anything"
                        + " else.");
    }

    private void drop(String name) {
        try {
            transaction.connection().rollback();
            transaction.execute("DROP SCHEMA IF EXISTS " + SessionContext.quoted(name) + " CASCADE");
            transaction.connection().commit();
        } catch (SQLException e) {
            throw RollbackTransaction.failed(e);
        }
    }
}
