package dev.athanor.migration.shadow;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Gives out connections to one throw-away database only: each has proven where it is before anybody uses it. */
final class ProvenDataSource extends DelegatingDataSource {

    private final ThrowAwayIdentity identity;

    ProvenDataSource(DataSource server, ThrowAwayIdentity identity) {
        super(server);
        this.identity = identity;
    }

    /**
     * @throws ShadowException where the connection leads to any other database
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
