package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.StepReport;
import dev.athanor.migration.source.ClasspathSource;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests sections for servers that offer an extension. */
@ExtendWith(PostgresExtension.class)
class ExtensionSectionIT {

    private static final String OFFERED = "The server offers extension plpgsql: the section ran.";
    private static final String MISSING = "The server does not offer extension uuid-oops: the section was skipped.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            if-extension=plpgsql                    | true
            if-extension=plpgsql transaction=none   | true
            if-extension=uuid-oops                  | false
            if-extension=uuid-oops transaction=none | false
            """)
    void aSectionRunsWhereTheExtensionIsOffered(String options, boolean offered, TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, scripts(options));

        MigrationReport up = migrations.upgrade();
        boolean there = database.exists("b");
        MigrationReport down = migrations.downgrade("base");

        String note = offered ? OFFERED : MISSING;
        assertThat(up.steps()).extracting(StepReport::note).containsExactly(null, note);
        assertThat(up.after()).hasToString("b1");
        assertThat(there).isEqualTo(offered);
        assertThat(down.steps()).extracting(StepReport::note).containsExactly(note, null);
        assertThat(database.exists("b")).isFalse();
        assertThat(database.texts("SELECT concat_ws(' ', revision, outcome, note) FROM migration_history ORDER BY id"))
                .containsExactly("a1 success", "b1 success " + note, "b1 success " + note, "a1 success");
    }

    @Test
    void aPlanShowsTheCondition(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, scripts("if-extension=uuid-oops"));

        assertThat(migrations.planUpgrade("heads"))
                .hasToString("upgrade heads: 2 steps, from base to b1\n"
                        + "  upgrade a1 (revision a1): insert a1\n"
                        + "  upgrade b1 (revision b1) if the server offers extension uuid-oops: update a1 to b1");
    }

    @ParameterizedTest
    @CsvSource({"plpgsql,true", "uuid-oops,false"})
    void writtenDownTheServerIsAskedWhenItRuns(String extension, boolean offered, TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, scripts("if-extension=" + extension));

        database.executeAll(migrations.sql().upgrade("heads"));

        assertThat(database.exists("b")).isEqualTo(offered);
        assertThat(migrations.current()).hasToString("b1");
        assertThat(database.texts("SELECT note FROM migration_history WHERE revision = 'b1'"))
                .containsExactly(offered ? OFFERED : MISSING);
    }

    @Test
    void withoutATransactionItCannotBeWrittenDown(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, scripts("if-extension=plpgsql transaction=none"));

        assertThatThrownBy(() -> migrations.sql().upgrade("heads"))
                .hasMessage(
                        "`upgrade b1 (revision b1)` runs without a transaction and only if the server offers extension"
                                + " plpgsql: as a text to run, there is no such statement.\n"
                                + "Run it online, or write a plan that ends before it.");
    }

    @Test
    void auditEventsAreAHypertableWhereTimescaleIsOffered(TestDatabase database, @TempDir Path folder)
            throws IOException {
        assumeTrue(database.count("SELECT current_setting('server_version_num')::int / 10000") >= 18);
        offerStub(database, folder);
        Migrations migrations = Migrations.builder(database.dataSource())
                .source(new ClasspathSource(ExtensionSectionIT.class.getClassLoader(), "systems/building-compliance"))
                .build();
        migrations.upgrade("94d1f0c7a36e");
        List<String> before = CatalogSnapshot.of(database);

        MigrationReport report = migrations.upgrade();

        assertThat(report.steps())
                .extracting(StepReport::note)
                .containsExactly("The server offers extension timescaledb: the section ran.");
        assertThat(database.texts("SELECT name FROM hypertables")).containsExactly("audit_events");
        migrations.downgrade("-1");
        assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
        migrations.upgrade();
        migrations.downgrade("base");
        assertThat(database.exists("hypertables")).isFalse();
    }

    /** Installs a stub of TimescaleDB that only records its calls. */
    private static void offerStub(TestDatabase database, Path folder) throws IOException {
        Path extensions = Files.createDirectories(folder.resolve("extension"));
        Files.writeString(extensions.resolve("timescaledb.control"), "default_version = '1'\nrelocatable = true\n");
        Files.writeString(extensions.resolve("timescaledb--1.sql"), """
                CREATE TABLE hypertables (name text);
                CREATE FUNCTION create_hypertable(
                    relation regclass, time_column name, create_default_indexes boolean, migrate_data boolean)
                RETURNS void LANGUAGE sql AS 'INSERT INTO hypertables VALUES (relation::text)';
                """);
        database.execute(
                "ALTER DATABASE \"" + database.name() + "\" SET extension_control_path = '$system:" + folder + "'");
    }

    private static Scripts scripts(String options) {
        return Scripts.none()
                .withTable("a1", "")
                .with(
                        "b1",
                        Scripts.header("b1", "a1") + "-- @upgrade " + options
                                + "\nCREATE TABLE b (id int);\nSELECT 1;\n\n" + "-- @downgrade " + options
                                + "\nDROP TABLE b;\n");
    }
}
