package dev.athanor.migration.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.inspect.SchemaReader;
import dev.athanor.migration.inspect.SchemaScope;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.source.ClasspathSource;
import dev.athanor.migration.source.RevisionSource;
import dev.athanor.migration.testing.DemoRevisions;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the schemas of the real systems, created from an empty schema and dropped again, and two large schemas. */
@ExtendWith(PostgresExtension.class)
class SystemsDiffIT {

    @ParameterizedTest
    @ValueSource(strings = {"building-compliance", "org-archivist", "file-extraction", "exchange-docs", "demo"})
    void aRealSystemComesFromNothingAndGoesThere(String system, TestDatabase database) throws SQLException {
        Migrations.builder(database.dataSource()).source(source(system)).build().upgrade();
        Schema wanted;
        try (Connection connection = database.dataSource().getConnection()) {
            wanted = SchemaReader.read(
                    connection, SchemaScope.of("public").without("migration_version", "migration_history"));
        }
        try (Workbench workbench = new Workbench(database)) {
            Schema empty = workbench.make("live", "").read("live");
            SchemaDiff diff = SchemaDiff.between(empty, wanted, DiffOptions.EXACT);

            workbench.run(diff.change().upgrade());
            assertThat(workbench.read("live")).isEqualTo(wanted);
            workbench.run(diff.change().downgrade());
            assertThat(workbench.read("live")).isEqualTo(empty);
        }
    }

    private static RevisionSource source(String system) {
        return system.equals("demo")
                ? new DemoRevisions()
                : new ClasspathSource(SystemsDiffIT.class.getClassLoader(), "systems/" + system);
    }

    @Test
    void aThousandTablesAreComparedInSeconds(TestDatabase database) throws SQLException {
        try (Workbench workbench = new Workbench(database)) {
            Schema some = workbench.make("live", many(1)).read("live");
            workbench.forget();
            Schema others = workbench.make("live", many(2)).read("live");

            long begun = System.nanoTime();
            SchemaDiff diff = SchemaDiff.between(some, others, DiffOptions.EXACT);
            SchemaDiff created = SchemaDiff.between(Schema.EMPTY, others, DiffOptions.EXACT);
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);

            assertThat(diff.change().upgrade().size()).isEqualTo(5000);
            assertThat(created.change().upgrade().size()).isEqualTo(1000);
            assertThat(taken).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static String many(int number) {
        return """
                DO $$ BEGIN FOR i IN 1..1000 LOOP
                    EXECUTE format('CREATE TABLE t%%s (id bigint PRIMARY KEY, a text, b %s DEFAULT %d, c%d int,
                        parent_id bigint CONSTRAINT t%%1$s_parent REFERENCES t%%s)', i, greatest(i - 1, 1));
                    EXECUTE format('CREATE INDEX t%%s_i ON t%%1$s (%s)', i);
                END LOOP; END $$""".formatted(number == 1 ? "integer" : "bigint", number, number, number == 1 ? "a" : "parent_id");
    }
}
