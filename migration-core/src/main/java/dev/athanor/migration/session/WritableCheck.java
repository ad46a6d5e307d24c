package dev.athanor.migration.session;

import java.sql.Connection;
import java.sql.SQLException;

/** Checks that a session can write, before anything is done. */
final class WritableCheck {

    private WritableCheck() {}

    static void check(SessionFacts facts, Connection connection) {
        if (facts.recovery()) {
            throw refusal(
                    "The server is a read replica (it is in recovery), but the command must write.",
                    "Let migrations connect to the primary: migration.url, or targetServerType=primary in the URL.");
        }
        if (facts.readOnly()) {
            throw refusal(
                    "The database refuses to write (default_transaction_read_only is on), but the command must write.",
                    "Turn it off for the role or the database that migrations use: ALTER ROLE … SET"
                            + " default_transaction_read_only = off, or give them another with migration.username.");
        }
        if (isReadOnly(connection)) {
            throw refusal(
                    "The DataSource gives read-only connections, but the command must write.",
                    "Let migrations use another one: mark it with @MigrationDataSource, or set migration.url.");
        }
    }

    private static DatabaseException refusal(String problem, String action) {
        return new DatabaseException(problem, action + " Nothing was done.", null);
    }

    private static boolean isReadOnly(Connection connection) {
        try {
            return connection.isReadOnly();
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(e);
        }
    }
}
