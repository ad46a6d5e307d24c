package dev.athanor.migration.verify;

import dev.athanor.migration.inspect.SchemaReader;
import dev.athanor.migration.inspect.SchemaScope;
import dev.athanor.migration.runner.Tables;
import dev.athanor.migration.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads all schemas of a database, on a connection of its own; the engine's two tables are left out. */
final class SnapshotReader {

    private static final String SCHEMAS = "SELECT nspname FROM pg_namespace n WHERE nspname !~ '^pg_'"
            + " AND nspname <> 'information_schema' AND NOT EXISTS (SELECT 1 FROM pg_depend d"
            + " WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e') ORDER BY nspname";

    private final Connection connection;
    private final Tables tables;

    SnapshotReader(Connection connection, Tables tables) {
        this.connection = connection;
        this.tables = tables;
    }

    Schema snapshot() throws SQLException {
        String schema = Objects.requireNonNull(tables.schema(), "a schema");
        String[] others =
                schemas().stream().filter(name -> !name.equals(schema)).toArray(String[]::new);
        return SchemaReader.read(
                connection, SchemaScope.of(schema).with(others).without(tables.versionTable(), tables.historyTable()));
    }

    private List<String> schemas() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SCHEMAS)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
