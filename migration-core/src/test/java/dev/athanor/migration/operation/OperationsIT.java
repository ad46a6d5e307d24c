package dev.athanor.migration.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.athanor.migration.directive.Recording;
import dev.athanor.migration.rendering.OperationStatements;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Each directive does what it says on a server, and its reverse gives back the catalogs from before it. */
class OperationsIT {

    private static TestDatabase database;
    private static Connection connection;
    private static long version;

    @BeforeAll
    static void connect() throws SQLException {
        database = PostgresServer.get().createDatabase("operations");
        version = database.count("SELECT current_setting('server_version_num')::bigint / 10000");
        connection = database.dataSource().getConnection();
    }

    @AfterAll
    static void dropDatabase() throws SQLException {
        connection.close();
        PostgresServer.get().dropDatabase(database);
    }

    @BeforeEach
    void emptyDatabase() throws SQLException {
        execute("""
                DO $$
                DECLARE schema regnamespace;
                BEGIN
                    FOR schema IN SELECT oid FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema)' LOOP
                        EXECUTE 'DROP SCHEMA ' || schema || ' CASCADE';
                    END LOOP;
                    CREATE SCHEMA public;
                    COMMENT ON SCHEMA public IS 'standard public schema';
                END $$""");
    }

    @ParameterizedTest
    @MethodSource("dev.athanor.migration.operation.OperationCase#all")
    void runsAndIsReversed(OperationCase row) throws SQLException {
        assumeThat(version).as("PostgreSQL's version").isGreaterThanOrEqualTo(row.fromVersion());
        execute(row.ddl());
        List<String> before = photograph();
        Recording recording = row.recording();

        run(recording.operations());

        if (row.reversible()) {
            List<String> after = photograph();
            run(recording.reversed());
            assertThat(photograph()).isEqualTo(before);
            run(recording.operations());
            assertThat(photograph()).isEqualTo(after);
        }
    }

    private static List<String> photograph() {
        return CatalogSnapshot.of(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }

    private static void run(List<Operation> operations) throws SQLException {
        for (String sql : OperationStatements.of(operations)) {
            execute(sql);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
