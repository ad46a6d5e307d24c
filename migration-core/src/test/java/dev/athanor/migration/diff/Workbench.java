package dev.athanor.migration.diff;

import dev.athanor.migration.inspect.SchemaReader;
import dev.athanor.migration.inspect.SchemaScope;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.rendering.OperationStatements;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.sql.StatementSplitter;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Creates, changes and reads schemas in one transaction, which is rolled back. */
final class Workbench implements AutoCloseable {

    private final Connection connection;

    Workbench(TestDatabase database) throws SQLException {
        connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
    }

    int version() throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion();
    }

    /** Creates a schema from this DDL, and makes it the current one. */
    Workbench make(String schema, String ddl) throws SQLException {
        run("CREATE SCHEMA " + schema);
        enter(schema);
        for (dev.athanor.migration.sql.Statement statement : StatementSplitter.split(ddl)) {
            run(statement.sql());
        }
        return this;
    }

    void enter(String schema) throws SQLException {
        run("SET LOCAL search_path = " + schema + ", public");
    }

    void run(List<Operation> operations) throws SQLException {
        List<String> statements = OperationStatements.of(operations);
        for (String statement : statements) {
            try {
                run(statement);
            } catch (SQLException e) {
                throw new SQLException(e.getMessage() + "\nof: " + String.join(";\n", statements), e);
            }
        }
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\nin: " + sql, e);
        }
    }

    /** Returns the texts in the first column of a query's result. */
    List<String> lines(String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    Schema read(String schema) {
        return SchemaReader.read(connection, SchemaScope.of(schema));
    }

    void forget() throws SQLException {
        connection.rollback();
    }

    /** Returns the schema with the columns of each table sorted by name. */
    static Schema unordered(Schema schema) {
        return schema.with(
                Table.class, schema.tables().stream().map(Workbench::unordered).toList());
    }

    private static Table unordered(Table table) {
        return table.withColumns(table.columns().stream()
                .sorted(Comparator.comparing(Column::name))
                .toList());
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
