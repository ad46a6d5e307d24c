package dev.athanor.migration.autogenerate;

import dev.athanor.migration.inspect.SchemaReader;
import dev.athanor.migration.inspect.SchemaScope;
import dev.athanor.migration.schema.Schema;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataAccessException;

/**
 * A wanted schema, made under an unlikely name and read.
 *
 * @param transaction the transaction that it is gone with
 * @param context where it stands in for the live schema
 * @param scope what is read of it
 */
record ShadowSchema(RollbackTransaction transaction, SessionContext context, UnaryOperator<SchemaScope> scope) {

    /** No schema of anybody else is called that. */
    static final String PREFIX = "athanor_shadow_";

    private static final String ELSEWHERE = "Name another server, with a database for that, in `migration.shadow.url`.";

    Schema make(WantedSchema wanted) {
        requireRight();
        String name = PREFIX + UUID.randomUUID().toString().replace("-", "");
        create(name);
        String transactionId = transactionId();
        transaction.setSearchPath(context.searchPathWhileCreating(name));
        fill(transaction, wanted);
        requireSame(transactionId, name, wanted);
        transaction.setSearchPath(context.searchPathWith(name));
        return SchemaReader.read(transaction.connection(), scope.apply(SchemaScope.of(name)));
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

    /** What has been committed is not rolled back any more. */
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
