package dev.athanor.migration.inspect;

import dev.athanor.migration.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Reads in the caller's transaction if there is one, and otherwise in its own transaction with a single snapshot. */
final class ReadingTransaction {

    private static final String BEGIN = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    private final Connection connection;
    private final JdbcClient client;

    ReadingTransaction(Connection connection) {
        this.connection = connection;
        this.client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    <T> T read(SchemaScope scope, Function<JdbcClient, T> reading) {
        try {
            return isInTransaction() ? within(scope, reading) : alone(scope, reading);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The connection cannot be used to read the catalogs", e);
        }
    }

    /** Returns whether there is a transaction of the caller, which may have begun it with a statement of its own. */
    private boolean isInTransaction() throws SQLException {
        return !connection.getAutoCommit()
                || connection.isWrapperFor(BaseConnection.class)
                        && connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    private <T> T alone(SchemaScope scope, Function<JdbcClient, T> reading) throws SQLException {
        connection.setAutoCommit(false);
        try {
            client.sql(BEGIN).update();
            ReadingSettings.set(client, scope);
            return reading.apply(client);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /**
     * Reads in the caller's transaction. After a failure of the server the settings need not be restored, because the
     * transaction is aborted and its settings are lost.
     */
    private <T> T within(SchemaScope scope, Function<JdbcClient, T> reading) {
        ReadingSettings settings = ReadingSettings.set(client, scope);
        try {
            T read = reading.apply(client);
            settings.putBack();
            return read;
        } catch (MigrationException e) {
            settings.putBack();
            throw e;
        }
    }
}
