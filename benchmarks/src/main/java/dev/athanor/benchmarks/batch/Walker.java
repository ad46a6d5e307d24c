package dev.athanor.benchmarks.batch;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What walks the table {@code t} by its key, so many rows at a time, and commits after each batch. */
enum Walker {
    /** A loop over two prepared statements. */
    JDBC("JDBC loop by hand") {
        @Override
        void walk(TestDatabase database, int size) throws SQLException {
            try (Connection connection = database.dataSource().getConnection();
                    PreparedStatement bound = connection.prepareStatement(
                            "SELECT max(id) FROM (SELECT id FROM t WHERE id > ? ORDER BY id LIMIT " + size + ") b");
                    PreparedStatement update = connection.prepareStatement(UPDATE + " WHERE id > ? AND id <= ?")) {
                connection.setAutoCommit(false);
                long reached = 0;
                for (long next = next(bound, reached); next > 0; next = next(bound, reached)) {
                    update.setLong(1, reached);
                    update.setLong(2, next);
                    update.executeUpdate();
                    connection.commit();
                    reached = next;
                }
            }
        }
    },
    /** A loop inside the server. */
    PLPGSQL("PL/pgSQL loop by hand") {
        @Override
        void walk(TestDatabase database, int size) {
            database.execute("DO $$ DECLARE reached bigint := 0; next bigint; BEGIN LOOP"
                    + " SELECT max(id) INTO next FROM (SELECT id FROM t WHERE id > reached ORDER BY id LIMIT " + size
                    + ") b; EXIT WHEN next IS NULL; " + UPDATE + " WHERE id > reached AND id <= next; COMMIT;"
                    + " reached := next; END LOOP; END $$");
        }
    },
    /** Ours, lock, history and bookmarks included. */
    ATHANOR("Athanor, `batch=`") {
        @Override
        void walk(TestDatabase database, int size) {
            String script = "-- Revision ID: a1\n\n-- @upgrade batch=" + size + " key=id\n" + UPDATE
                    + ";\n\n-- @downgrade irreversible\n";
            Migrations.builder(database.dataSource())
                    .source(() -> List.of(new ScriptFile("a1.sql", script)))
                    .build()
                    .upgrade();
        }
    };

    private static final String UPDATE = "UPDATE t SET n = n + 1";

    private final String title;

    Walker(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract void walk(TestDatabase database, int size) throws SQLException;

    /** The last key of the next batch; 0 where nothing is left. */
    private static long next(PreparedStatement bound, long reached) throws SQLException {
        bound.setLong(1, reached);
        try (ResultSet row = bound.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
