package dev.athanor.benchmarks.contest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The floor: no lock, no graph, no history. Each revision is one transaction of two round trips, in which its statements
 * and the one version row travel together.
 */
final class JdbcContestant implements Contestant {

    private static final String UNDEFINED_TABLE = "42P01";

    @Override
    public String name() {
        return "raw JDBC";
    }

    @Override
    public void write(Revisions revisions, Path folder) throws IOException {
        Formats.plain(revisions, folder);
    }

    @Override
    public void upgrade(DataSource dataSource, Path folder) throws IOException, SQLException {
        List<String> scripts = read(folder);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            apply(scripts, version(statement), connection, statement);
        }
    }

    private static List<String> read(Path folder) throws IOException {
        List<String> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                scripts.add(Files.readString(file));
            }
        }
        return scripts;
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT version FROM raw_version")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            if (!UNDEFINED_TABLE.equals(e.getSQLState())) {
                throw e;
            }
            statement.execute("CREATE TABLE raw_version (version int); INSERT INTO raw_version VALUES (0)");
            return 0;
        }
    }

    private static void apply(List<String> scripts, int from, Connection connection, Statement statement)
            throws SQLException {
        connection.setAutoCommit(false);
        for (int version = from; version < scripts.size(); version++) {
            statement.execute(scripts.get(version) + "UPDATE raw_version SET version = " + (version + 1));
            connection.commit();
        }
    }
}
