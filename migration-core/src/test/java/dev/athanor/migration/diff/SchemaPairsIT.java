package dev.athanor.migration.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.athanor.migration.rendering.OperationStatements;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks each pair in both directions: the operations turn one schema into the other, and their reverse restores the
 * first one.
 */
class SchemaPairsIT {

    private static TestDatabase database;
    private static Workbench workbench;

    @BeforeAll
    static void create() throws SQLException {
        database = PostgresServer.get().createDatabase("pairs");
        workbench = new Workbench(database);
    }

    @AfterAll
    static void drop() throws SQLException {
        workbench.close();
        PostgresServer.get().dropDatabase(database);
    }

    static Stream<SchemaPair> pairs() {
        return SchemaPair.of("pairs.sql").stream().flatMap(pair -> Stream.of(pair, pair.turned()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void oneSchemaBecomesTheOtherAndIsItselfAgain(SchemaPair pair) throws SQLException {
        assumeTrue(workbench.version() >= pair.since(), "not known to this version");
        workbench.forget();
        Schema wanted = workbench.make("wanted", pair.to()).read("wanted");
        workbench.forget();
        Schema live = workbench.make("live", pair.from()).read("live");

        SchemaDiff diff = SchemaDiff.between(live, wanted, DiffOptions.EXACT);
        String script = String.join(";\n", OperationStatements.of(diff.change().upgrade()));
        workbench.run(diff.change().upgrade());
        Schema upgraded = workbench.read("live");
        assertThat(Workbench.unordered(upgraded)).as(script).isEqualTo(Workbench.unordered(wanted));
        assertThat(SchemaDiff.between(upgraded, wanted, DiffOptions.EXACT).isEmpty())
                .isTrue();
        assertThat(diff.differences()).isNotEmpty();

        String back = String.join(";\n", OperationStatements.of(diff.change().downgrade()));
        workbench.run(diff.change().downgrade());
        assertThat(Workbench.unordered(workbench.read("live"))).as(back).isEqualTo(Workbench.unordered(live));
    }
}
