package dev.athanor.migration.autogenerate;

import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.UnparsedStatements;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.jdbc.PgConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Runs a transaction that is always rolled back, by this class or, if the client disappears, by the server. */
final class RollbackTransaction implements AutoCloseable {

    /** Makes all queries read the same snapshot. */
    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";

    private final Session session;
    private final Connection connection;
    private final JdbcClient client;

    private RollbackTransaction(Session session) {
        this.session = session;
        this.connection = session.connection();
        this.client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** Begins a transaction that waits no longer than the timeout for a lock. */
    static RollbackTransaction begin(DataSource dataSource, Duration lockTimeout) {
        RollbackTransaction transaction = new RollbackTransaction(Session.open(dataSource));
        try {
            transaction.connection.setAutoCommit(false);
            transaction.execute(ONE_MOMENT);
            transaction.watchClient();
            transaction.set("lock_timeout", String.valueOf(lockTimeout.toMillis()));
            return transaction;
        } catch (SQLException e) {
            transaction.close();
            throw failed(e);
        }
    }

    /**
     * Makes the server cancel a running statement if the client disappears, on platforms where the server can detect
     * that.
     */
    private void watchClient() throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            execute("SET LOCAL client_connection_check_interval = '2s'");
        } catch (SQLException e) {
            connection.rollback(before);
        }
    }

    Connection connection() {
        return connection;
    }

    JdbcClient client() {
        return client;
    }

    /** Sets a parameter for the rest of the transaction. */
    void set(String name, String value) {
        client.sql("SELECT set_config(?, ?, true)")
                .param(name)
                .param(value)
                .query(String.class)
                .single();
    }

    /** Sets the schemas in which names are looked up from now on; objects are created in the first one. */
    void setSearchPath(List<String> schemas) {
        set("search_path", schemas.stream().map(SessionContext::quoted).collect(Collectors.joining(", ")));
    }

    void execute(String sql) throws SQLException {
        send(connection, sql);
    }

    /** Sends one statement as it is written; the driver does not look for parameters or semicolons in it. */
    @SuppressWarnings("try") // restores the driver's mode on close, and is not referred to
    static void send(Connection connection, String sql) throws SQLException {
        try (UnparsedStatements unparsed = UnparsedStatements.of(connection);
                java.sql.Statement statement = physical(connection).createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /**
     * Returns the driver's connection, because a pool would discard the connection after some of the answers that are
     * provoked here.
     */
    private static Connection physical(Connection connection) throws SQLException {
        return connection.isWrapperFor(PgConnection.class) ? connection.unwrap(PgConnection.class) : connection;
    }

    /** Tries something; what was done before a rejected statement of it is rolled back. */
    Optional<RejectedStatement> attempt(Supplier<Optional<RejectedStatement>> work) {
        try {
            Savepoint before = connection.setSavepoint();
            Optional<RejectedStatement> rejected = work.get();
            if (rejected.isPresent()) {
                connection.rollback(before);
            }
            connection.releaseSavepoint(before);
            return rejected;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    static ComparisonException failed(Exception failure) {
        return new ComparisonException(
                "The comparison failed: " + RejectedStatement.words(failure),
                "Read the server's message. Nothing was changed: all was rolled back.",
                failure);
    }

    @Override
    public void close() {
        try (session) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException gone) {
            // The server rolls back the transaction of a lost connection.
        }
    }
}
