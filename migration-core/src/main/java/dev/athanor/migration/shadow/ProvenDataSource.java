package dev.athanor.migration.shadow;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Opens connections to one throw-away database only. Each connection is verified before it is handed out. */
final class ProvenDataSource extends DelegatingDataSource {

    private final ThrowAwayIdentity identity;

    ProvenDataSource(DataSource server, ThrowAwayIdentity identity) {
        super(server);
        this.identity = identity;
    }

    /**
     * Opens a connection.
     *
     * @throws ShadowException if the connection leads to another database
     */
    @Override
    public Connection getConnection() throws SQLException {
        return proven(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return proven(super.getConnection(username, password));
    }

    private Connection proven(Connection connection) throws SQLException {
        try {
            ThrowAwayIdentity.Seen seen = ThrowAwayIdentity.where(connection);
            if (!identity.is(seen)) {
                throw ShadowException.elsewhere(identity, seen);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}
