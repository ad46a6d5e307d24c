package dev.athanor.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.core.BaseConnection;
import org.postgresql.jdbc.PreferQueryMode;

/** Each statement of each case is one statement for the server, and for the driver too where it can be trusted. */
class StatementSplitterIT {

    /** pgjdbc 42.7 forgets the E behind a doubled apostrophe or a line end, and splits what is one statement. */
    private static final Set<String> SPLIT_BY_THE_DRIVER = Set.of(
            "escape string with doubled apostrophe",
            "escape string that goes on in the next line keeps its mode",
            "escape string that goes on behind a comment");

    private static TestDatabase database;

    @BeforeAll
    static void createDatabase() {
        database = PostgresServer.get().createDatabase("statements");
    }

    @AfterAll
    static void dropDatabase() {
        PostgresServer.get().dropDatabase(database);
    }

    static Stream<StatementCase> readAlikeByTheDriver() {
        return StatementCase.executable().filter(statements -> !SPLIT_BY_THE_DRIVER.contains(statements.name()));
    }

    @ParameterizedTest
    @MethodSource("dev.athanor.migration.sql.StatementCase#executable")
    void runsWhereTheDriverPassesStatementsOnAsTheyAre(StatementCase statements) throws Exception {
        runs(statements, PreferQueryMode.EXTENDED_FOR_PREPARED);
    }

    @ParameterizedTest
    @MethodSource("readAlikeByTheDriver")
    void runsWhereTheDriverSplitsByItself(StatementCase statements) throws Exception {
        runs(statements, PreferQueryMode.EXTENDED);
    }

    private static void runs(StatementCase statements, PreferQueryMode mode) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            int server = connection.getMetaData().getDatabaseMajorVersion();
            assumeThat(server).as("PostgreSQL's version").isGreaterThanOrEqualTo(statements.fromVersion());
            connection.unwrap(BaseConnection.class).getQueryExecutor().setPreferQueryMode(mode);
            execute(connection, "CREATE SCHEMA split");
            execute(connection, "SET search_path = split");
            try {
                for (Statement statement : StatementSplitter.split(statements.text())) {
                    execute(connection, statement.sql());
                }
            } finally {
                execute(connection, "DROP SCHEMA split CASCADE");
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            assertThat(statement.getMoreResults() || statement.getUpdateCount() >= 0)
                    .as("a second result of: " + sql)
                    .isFalse();
        }
    }
}
