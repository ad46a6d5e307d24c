package dev.athanor.migration.test;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autogenerate.SchemaScript;
import dev.athanor.migration.autogenerate.WantedSchema;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;

/** Without Spring: right revisions pass. */
class PlainMigrationsIT implements MigrationTests {

    private static final TestDatabase DATABASE = PostgresServer.get().createDatabase("plain");

    @Override
    public Optional<Migrations> migrations() {
        return Optional.of(Migrations.builder(DATABASE.dataSource())
                .source(Scripts.none().withTable("a1", "").withTable("b1", "a1")::files)
                .build());
    }

    @Override
    public Optional<WantedSchema> wantedSchema() {
        String wanted = "CREATE TABLE t_a1 (id int); CREATE TABLE t_b1 (id int);";
        return Optional.of(SchemaScript.of(new ScriptFile("schema.sql", wanted)));
    }

    @AfterAll
    static void drop() {
        PostgresServer.get().dropDatabase(DATABASE);
    }
}
