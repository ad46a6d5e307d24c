package dev.athanor.migration.session;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Represents a transaction on the connection of a session. Closing rolls back a transaction that was not committed.
 *
 * @since 0.1.0
 */
public final class Transaction implements AutoCloseable {

    private final Connection connection;
    private boolean open = true;

    private Transaction(Connection connection) {
        this.connection = connection;
    }

    /** Begins a transaction on a connection in auto-commit mode. */
    public static Transaction begin(Session session) throws SQLException {
        session.connection().setAutoCommit(false);
        return new Transaction(session.connection());
    }

    /** Commits the transaction. */
    public void commit() throws SQLException {
        connection.commit();
        open = false;
    }

    @Override
    public void close() throws SQLException {
        try {
            if (open) {
                connection.rollback();
            }
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
