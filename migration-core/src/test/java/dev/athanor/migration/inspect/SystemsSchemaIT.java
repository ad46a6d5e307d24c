package dev.athanor.migration.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.source.ClasspathSource;
import dev.athanor.migration.testing.DemoRevisions;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the schemas of the real systems, and one large schema. */
@ExtendWith(PostgresExtension.class)
class SystemsSchemaIT {

    @ParameterizedTest
    @CsvSource({
        "building-compliance, 6, 6",
        "org-archivist, 6, 0",
        "file-extraction, 3, 0",
        "exchange-docs, 2, 0",
        "demo, 11, 4"
    })
    void readsARealSystemUnderAnyName(String system, int tables, int enumTypes, TestDatabase database)
            throws SQLException {
        Schema live = upgraded(system, "public", database);
        Schema shadow = upgraded(system, "shadow", database);

        assertThat(live.tables()).hasSizeGreaterThanOrEqualTo(tables);
        assertThat(live.all(EnumType.class)).hasSizeGreaterThanOrEqualTo(enumTypes);
        assertThat(shadow).isEqualTo(live);
    }

    private static Schema upgraded(String system, String schema, TestDatabase database) throws SQLException {
        database.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
        Migrations.builder(database.dataSource())
                .source(
                        system.equals("demo")
                                ? new DemoRevisions()
                                : new ClasspathSource(SystemsSchemaIT.class.getClassLoader(), "systems/" + system))
                .tables(new Tables(schema, "migration_version", "migration_history"))
                .build()
                .upgrade();
        try (Reading reading = Reading.of(database)) {
            return SchemaReader.read(
                    reading.connection(), SchemaScope.of(schema).without("migration_version", "migration_history"));
        }
    }

    @Test
    void readsAThousandTablesInAboutASecond(TestDatabase database) throws SQLException {
        database.execute("""
                DO $$ BEGIN
                CREATE TYPE state AS ENUM ('new', 'old');
                FOR i IN 1..1000 LOOP
                    EXECUTE format('CREATE TABLE t%s (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL,
                        email varchar(200) UNIQUE, s state DEFAULT ''new'', at timestamptz DEFAULT now(), n integer
                        CHECK (n > 0), parent_id bigint REFERENCES t%s, a int, b int, c int)', i, greatest(i - 1, 1));
                    EXECUTE format('CREATE INDEX ON t%s (lower(name)); CREATE INDEX ON t%1$s (parent_id)', i);
                END LOOP; END $$""");
        try (Reading reading = Reading.of(database)) {
            long begun = System.nanoTime();
            Schema schema = reading.read("public");
            Duration first = Duration.ofNanos(System.nanoTime() - begun);

            assertThat(schema.tables())
                    .hasSize(1000)
                    .allMatch(table -> table.constraints().size() == 4);
            assertThat(schema.tables()).allMatch(table -> table.indexes().size() == 2);
            assertThat(first).isLessThan(Duration.ofSeconds(5));
        }
    }
}
