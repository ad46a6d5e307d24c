package dev.athanor.migration.runner;

import dev.athanor.migration.script.Placeholders;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.SqlCommand;
import org.postgresql.core.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages to the server, past everything in the driver that would read them.
 *
 * <p>Rows are thrown away as they arrive. On a connection that does not give out the driver's own, the statements of a
 * message are sent one by one.
 */
final class Wire {

    private static final Logger log = LoggerFactory.getLogger(Wire.class);

    /** What ends a transaction, and what the server answers when it has. */
    static final String COMMIT = "COMMIT";

    private static final String NOT_COMMITTED = "40000";

    private static final int FLAGS = QueryExecutor.QUERY_EXECUTE_AS_SIMPLE
            | QueryExecutor.QUERY_SUPPRESS_BEGIN
            | QueryExecutor.QUERY_NO_RESULTS
            | QueryExecutor.QUERY_BOTH_ROWS_AND_STATUS
            | QueryExecutor.QUERY_ONESHOT;

    private final Connection connection;
    private final @Nullable QueryExecutor executor;
    private final Placeholders placeholders;
    private volatile java.sql.@Nullable Statement running;

    private Wire(Connection connection, Placeholders placeholders) throws SQLException {
        this.connection = connection;
        this.executor = executor(connection);
        this.placeholders = placeholders;
    }

    /**
     * The wire of a connection in auto-commit mode: its transactions are the messages' own.
     *
     * @param placeholders whose secret values are not logged
     */
    static Wire of(Connection connection, Placeholders placeholders) throws SQLException {
        return new Wire(connection, placeholders);
    }

    /** The driver's own executor; null where the connection does not give it out. */
    static @Nullable QueryExecutor executor(Connection connection) throws SQLException {
        return connection.isWrapperFor(BaseConnection.class)
                ? connection.unwrap(BaseConnection.class).getQueryExecutor()
                : null;
    }

    /** Ends what runs, from another thread. */
    void cancel() throws SQLException {
        java.sql.Statement statement = running;
        if (executor != null) {
            executor.sendQueryCancel();
        } else if (statement != null) {
            statement.cancel();
        }
    }

    /** Returns when every statement of it is done. */
    void send(Message message) throws MessageFailure {
        if (executor == null) {
            sendOneByOne(message);
            return;
        }
        Completions completions = new Completions();
        try {
            executor.execute(
                    executor.wrap(List.of(new NativeQuery(message.text(), SqlCommand.BLANK))),
                    null,
                    completions,
                    0,
                    0,
                    FLAGS);
        } catch (SQLException e) {
            throw MessageFailure.of(message, completions.count, e);
        }
        Message.Part last = message.parts().get(message.parts().size() - 1);
        if (last.sql().equals(COMMIT) && !completions.last.equals(COMMIT)) {
            throw MessageFailure.ofOne(
                    last, new SQLException("The server answered COMMIT with " + completions.last, NOT_COMMITTED));
        }
    }

    private void sendOneByOne(Message message) throws MessageFailure {
        int completed = 0;
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            running = statement;
            for (Message.Part part : message.parts()) {
                statement.execute(part.sql());
                tell(statement.getWarnings());
                statement.clearWarnings();
                completed++;
            }
        } catch (SQLException e) {
            throw MessageFailure.ofOne(message.parts().get(completed), e);
        } finally {
            running = null;
        }
    }

    /** Ends the transaction that a failed message has left open. */
    void rollBack() throws SQLException {
        if (executor != null && executor.getTransactionState() == TransactionState.IDLE) {
            return;
        }
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        }
    }

    private void tell(@Nullable SQLWarning first) {
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            log.info("Server says: {}", placeholders.mask(String.valueOf(warning.getMessage())));
        }
    }

    /** Counts the statements that the server reports as done. */
    private final class Completions extends ResultHandlerBase {

        private int count;
        private String last = "";

        @Override
        public void handleCommandStatus(String status, long updateCount, long insertOid) {
            count++;
            last = status;
        }

        @Override
        public void handleWarning(SQLWarning warning) {
            tell(warning);
        }
    }
}
