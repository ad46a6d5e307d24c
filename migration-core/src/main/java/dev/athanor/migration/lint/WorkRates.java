package dev.athanor.migration.lint;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Holds how fast a server works, measured with a table of its own in a throw-away database.
 *
 * @param scanned bytes of a table that the server reads in a second to check its rows
 * @param rewritten rows that the server writes anew in a second
 * @param indexed rows of which the server builds an index in a second
 * @param referenced rows whose foreign key the server checks in a second
 */
record WorkRates(double scanned, double rewritten, double indexed, double referenced) {

    /** Rows of the measured table: enough for the parallel workers of an index build. */
    private static final int ROWS = 200_000;

    private static final String CREATE = "CREATE TABLE lint_rate AS SELECT n AS id, md5(n::text) AS key,"
            + " repeat(md5(n::text), 3) AS text FROM generate_series(1::bigint, " + ROWS + ") n";

    /** Measures the server of a throw-away database, in which nothing remains. */
    static WorkRates measure(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
            try {
                return measure(statement);
            } finally {
                statement.execute("DROP TABLE lint_rate");
            }
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    private static WorkRates measure(Statement statement) throws SQLException {
        long bytes;
        try (var rows = statement.executeQuery("SELECT pg_table_size('lint_rate')")) {
            rows.next();
            bytes = rows.getLong(1);
        }
        double scan = seconds(statement, "ALTER TABLE lint_rate ADD CONSTRAINT lint_rate_check CHECK (id > 0)");
        double rewrite = seconds(statement, "ALTER TABLE lint_rate ALTER COLUMN id TYPE numeric");
        double number = seconds(statement, "CREATE UNIQUE INDEX lint_rate_id ON lint_rate (id)");
        double text = seconds(statement, "CREATE INDEX lint_rate_key ON lint_rate (key)");
        double reference = seconds(statement, "ALTER TABLE lint_rate ADD FOREIGN KEY (id) REFERENCES lint_rate (id)");
        return new WorkRates(bytes / scan, ROWS / rewrite, 2 * ROWS / (number + text), ROWS / reference);
    }

    private static double seconds(Statement statement, String sql) throws SQLException {
        long begun = System.nanoTime();
        statement.execute(sql);
        return Math.max(1, System.nanoTime() - begun) / 1e9;
    }

    /** Returns about how long the server reads a table. */
    Duration scan(long bytes) {
        return duration(bytes / scanned);
    }

    /** Returns about how long the server builds indexes. */
    Duration index(long rows, int indexes) {
        return duration(rows * (double) indexes / indexed);
    }

    /** Returns about how long the server checks a foreign key. */
    Duration reference(long rows) {
        return duration(rows / referenced);
    }

    /** Returns about how long the server writes a table anew. */
    Duration rewrite(long rows) {
        return duration(rows / rewritten);
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
