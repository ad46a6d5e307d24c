package dev.athanor.migration.session;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks whether a pooler between this process and the server gives each transaction another backend.
 *
 * <p>A pooler answers the connection request in place of the server, and reports a process id that it makes up. If the
 * backend itself reports another process id, a second connection takes turns with the first one: a backend that a
 * session keeps is never shared.
 */
final class PoolerCheck {

    private static final Logger log = LoggerFactory.getLogger(PoolerCheck.class);
    private static final int TURNS = 20;
    private static final String SHARED =
            "The connection goes through a pooler in transaction mode, such as PgBouncer's:"
                    + " each transaction may have another backend, so neither the migration lock nor the search path would hold.";

    private PoolerCheck() {}

    /**
     * Checks that the session keeps its backend.
     *
     * @throws DatabaseException if the session state does not last
     */
    static void check(Session session, SessionFacts facts) {
        try {
            Connection connection = session.connection();
            if (!connection.isWrapperFor(BaseConnection.class)
                    || connection
                                    .unwrap(BaseConnection.class)
                                    .getQueryExecutor()
                                    .getBackendPID()
                            == facts.pid()) {
                return;
            }
            log.debug(
                    "A pooler is between this process and the server: backend {} is not the one it told", facts.pid());
            if (isShared(session, facts.pid())) {
                throw refusal(SHARED, null);
            }
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(e);
        }
    }

    private static boolean isShared(Session session, int first) throws SQLException {
        try (Connection other = session.dataSource().getConnection()) {
            return isShared(session.connection(), other, first);
        } catch (SQLTransientConnectionException e) {
            throw refusal(
                    "The connection goes through a pooler, and whether that keeps a backend for each session could not be"
                            + " found out: the DataSource has no second connection.",
                    e);
        }
    }

    private static boolean isShared(Connection ours, Connection other, int first) throws SQLException {
        for (int turn = 0; turn < TURNS; turn++) {
            if (backend(ours) != first || backend(other) == first) {
                return true;
            }
        }
        return false;
    }

    private static int backend(Connection connection) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static DatabaseException refusal(String problem, @Nullable Throwable cause) {
        return new DatabaseException(
                problem,
                "Let migrations connect to the server itself, or to a pool in session mode: migration.url. Nothing was"
                        + " done.",
                cause);
    }
}
