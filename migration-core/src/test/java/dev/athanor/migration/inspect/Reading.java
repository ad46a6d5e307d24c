package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Holds a test's connection to a database whose schema is read. */
public record Reading(Connection connection) implements AutoCloseable {

    /** Opens a connection. */
    public static Reading of(TestDatabase database) throws SQLException {
        return new Reading(database.dataSource().getConnection());
    }

    /** Runs statements. */
    public Reading run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
        return this;
    }

    /** Returns the whole of one schema. */
    public Schema read(String schema) {
        return SchemaReader.read(connection, SchemaScope.of(schema));
    }

    /** Returns the major version of the server. */
    public int version() throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
