package dev.athanor.migration.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.SqlCommand;
import org.postgresql.core.TransactionState;

/**
 * Sends messages to the server, bypassing the driver's parsing.
 *
 * <p>Rows are discarded as they arrive. If the connection cannot be unwrapped to the driver's own, the statements of a
 * message are sent one by one.
 *
 * @since 0.1.0
 */
public final class Wire {

    /** Names the statement that ends a transaction, which is also the server's answer to it. */
    public static final String COMMIT = "COMMIT";

    private static final String NOT_COMMITTED = "40000";

    private static final int FLAGS = QueryExecutor.QUERY_EXECUTE_AS_SIMPLE
            | QueryExecutor.QUERY_SUPPRESS_BEGIN
            | QueryExecutor.QUERY_NO_RESULTS
            | QueryExecutor.QUERY_BOTH_ROWS_AND_STATUS
            | QueryExecutor.QUERY_ONESHOT;

    private final Connection connection;
    private final @Nullable QueryExecutor executor;
    private final ServerNotices notices;
    private volatile java.sql.@Nullable Statement running;

    private Wire(Connection connection, ServerNotices notices) throws SQLException {
        this.connection = connection;
        this.executor = executor(connection).orElse(null);
        this.notices = notices;
    }

    /**
     * Returns the wire of a connection in auto-commit mode, whose transactions are controlled by the messages.
     *
     * @param notices logs the notices of the server
     */
    public static Wire of(Connection connection, ServerNotices notices) throws SQLException {
        return new Wire(connection, notices);
    }

    /** Returns the driver's executor, or empty if the connection cannot be unwrapped to the driver's own. */
    @SuppressWarnings("exports") // for this module, which alone knows the driver
    public static Optional<QueryExecutor> executor(Connection connection) throws SQLException {
        return connection.isWrapperFor(BaseConnection.class)
                ? Optional.of(connection.unwrap(BaseConnection.class).getQueryExecutor())
                : Optional.empty();
    }

    /** Cancels the running message or statement. Called from another thread. */
    public void cancel() throws SQLException {
        java.sql.Statement statement = running;
        if (executor != null) {
            executor.sendQueryCancel();
        } else if (statement != null) {
            statement.cancel();
        }
    }

    /** Sends a message and returns when every statement of it is done. */
    public void send(Message message) throws MessageFailure {
        if (executor == null) {
            sendOneByOne(message);
            return;
        }
        Completions completions = new Completions(message);
        try {
            executor.execute(
                    executor.wrap(List.of(new NativeQuery(message.text(), SqlCommand.BLANK))),
                    null,
                    completions,
                    0,
                    0,
                    FLAGS);
        } catch (SQLException e) {
            throw SqlErrors.unconverted(e) && completions.count == 0
                    ? MessageFailure.unconverted(message, repertoire(executor), e)
                    : MessageFailure.of(message, completions.count, e);
        }
        Message.Part last = message.parts().get(message.parts().size() - 1);
        if (last.sql().equals(COMMIT) && !completions.last.equals(COMMIT)) {
            throw MessageFailure.ofOne(
                    last, new SQLException("The server answered COMMIT with " + completions.last, NOT_COMMITTED));
        }
    }

    private static Repertoire repertoire(QueryExecutor executor) {
        return Repertoire.of(Objects.requireNonNullElse(executor.getParameterStatus("server_encoding"), "UTF8"));
    }

    private void sendOneByOne(Message message) throws MessageFailure {
        int completed = 0;
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            running = statement;
            for (Message.Part part : message.parts()) {
                execute(statement, part);
                completed++;
            }
        } catch (SQLException e) {
            throw MessageFailure.ofOne(message.parts().get(completed), e);
        } finally {
            running = null;
        }
    }

    private void execute(java.sql.Statement statement, Message.Part part) throws SQLException {
        try {
            statement.execute(part.sql());
        } finally {
            if (!statement.isClosed()) {
                notices.tellAll(statement.getWarnings(), part);
                statement.clearWarnings();
            }
        }
    }

    /** Rolls back the transaction that a failed message has left open. */
    public void rollBack() throws SQLException {
        if (executor != null && executor.getTransactionState() == TransactionState.IDLE) {
            return;
        }
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        }
    }

    /** Counts the statements that the server reports as done. */
    private final class Completions extends ResultHandlerBase {

        private final Message message;
        private int count;
        private String last = "";

        Completions(Message message) {
            this.message = message;
        }

        @Override
        public void handleCommandStatus(String status, long updateCount, long insertOid) {
            count++;
            last = status;
        }

        @Override
        public void handleWarning(SQLWarning warning) {
            List<Message.Part> parts = message.parts();
            notices.tell(warning, parts.get(Math.min(count, parts.size() - 1)));
        }
    }
}
