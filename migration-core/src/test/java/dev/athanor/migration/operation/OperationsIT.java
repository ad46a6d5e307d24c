package dev.athanor.migration.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.athanor.migration.sql.OperationStatements;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each directive does what it says on a server, and its reverse gives back the catalogs from before it. */
class OperationsIT {

    private static TestDatabase database;
    private static long version;

    @BeforeAll
    static void createDatabase() {
        database = PostgresServer.get().createDatabase("operations");
        version = database.count("SELECT current_setting('server_version_num')::bigint / 10000");
    }

    @AfterAll
    static void dropDatabase() {
        PostgresServer.get().dropDatabase(database);
    }

    @BeforeEach
    void emptyDatabase() {
        database.texts("SELECT quote_ident(nspname) FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema)'")
                .forEach(schema -> database.execute("DROP SCHEMA " + schema + " CASCADE"));
        database.execute("CREATE SCHEMA public");
        database.execute("COMMENT ON SCHEMA public IS 'standard public schema'");
    }

    @ParameterizedTest
    @MethodSource("dev.athanor.migration.operation.OperationCase#all")
    void runsAndIsReversed(OperationCase row) {
        assumeThat(version).as("PostgreSQL's version").isGreaterThanOrEqualTo(row.fromVersion());
        if (!row.ddl().isEmpty()) {
            database.execute(row.ddl());
        }
        List<String> before = CatalogSnapshot.of(database);
        Recording recording = row.recording();

        run(recording.operations());

        if (row.reversible()) {
            List<String> after = CatalogSnapshot.of(database);
            run(recording.reversed());
            assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
            run(recording.operations());
            assertThat(CatalogSnapshot.of(database)).isEqualTo(after);
        }
    }

    private static void run(List<Operation> operations) {
        OperationStatements.of(operations).forEach(database::execute);
    }
}
