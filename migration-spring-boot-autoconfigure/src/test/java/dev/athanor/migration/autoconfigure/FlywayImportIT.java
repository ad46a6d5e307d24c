package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.FlywayFixture.Result;
import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.source.FolderSource;
import dev.athanor.migration.testing.InMemoryCompiler;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.api.output.ValidateResult;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code migration import flyway} of databases that the real Flyway has migrated. */
@ExtendWith(PostgresExtension.class)
class FlywayImportIT {

    private static FlywayFixture library(Path folder, TestDatabase database) {
        return new FlywayFixture(folder, database)
                .file("V1__create_authors.sql", "CREATE TABLE authors (id serial PRIMARY KEY, name text NOT NULL);\n")
                .file(
                        "V2__create_books.sql",
                        "-- @author anna\nCREATE TABLE books (id int PRIMARY KEY, author int REFERENCES authors);\r\n")
                .file("V2.1__index_books.sql", "CREATE INDEX CONCURRENTLY books_author ON books (author);\n")
                .file("sub/V3__kinds.sql", "\uFEFFCREATE TYPE kind AS ENUM ('novel');\n")
                .file("V4__more_kinds.sql", "ALTER TYPE kind ADD VALUE 'poem';\n")
                .file("V4__more_kinds.sql.conf", "executeInTransaction=false\n")
                .file("R__titles.sql", "CREATE OR REPLACE VIEW titles AS SELECT id FROM books;\n")
                .file("afterMigrate.sql", "SELECT 1;\n")
                .file("U2__create_books.sql", "DROP TABLE books;\n");
    }

    @Test
    void anImportBuildsTheSameSchemaAndKeepsTheHistory(TestDatabase database, @TempDir Path folder) throws Exception {
        FlywayFixture project = library(folder, database).migrate();
        project.file("V5__pending.sql", "ALTER TABLE books ADD COLUMN title text;\n");

        Result imported = project.run("import", "flyway");

        assertThat(imported.error()).isEmpty();
        assertThat(imported.output()).isEqualTo("""
                Flyway: 6 revisions applied, 1 pending, 7 files to write.
                  1 from V1__create_authors.sql: applied <time> by <user> in <n> ms
                  2 from V2__create_books.sql: applied <time> by <user> in <n> ms
                  2.1 from V2.1__index_books.sql: applied <time> by <user> in <n> ms
                  3 from sub/V3__kinds.sql: applied <time> by <user> in <n> ms
                  4 from V4__more_kinds.sql: applied <time> by <user> in <n> ms
                  r_titles from R__titles.sql: applied <time> by <user> in <n> ms
                  5 from V5__pending.sql: pending

                To know:
                  Repeatable migration R__titles.sql becomes the revision r_titles, which runs once: write a new revision for the next change.
                  Callback afterMigrate.sql is not carried over: the equivalent of afterMigrate is the event MigrationRunFinished.

                Nothing differs between the database and its own revisions up to r_titles.

                Written: 7 files, 6 rows of history, and the version table at r_titles. Nothing of Flyway was changed. The files:
                  <dir>/revisions/1_create_authors.sql
                  <dir>/revisions/2_create_books.sql
                  <dir>/revisions/2_1_index_books.sql
                  <dir>/revisions/3_kinds.sql
                  <dir>/revisions/4_more_kinds.sql
                  <dir>/revisions/r_titles_titles.sql
                  <dir>/revisions/5_pending.sql

                Next, set these properties:
                  spring.flyway.enabled=false

                And change the build:
                  pom.xml:<line>: remove flyway-core
                  pom.xml:<line>: remove flyway-database-postgresql
                """);
        assertThat(imported.exitCode()).isZero();
        assertThat(project.revision("2_create_books.sql")).matches("""
                -- create books
                --
                -- Revision ID: 2
                -- Revises: 1
                -- Create Date: .*
                -- Flyway: V2__create_books.sql, checksum -?\\d+

                -- @upgrade
                -- ·@author anna
                CREATE TABLE books \\(id int PRIMARY KEY, author int REFERENCES authors\\);

                -- @downgrade
                DROP TABLE books;
                """);
        assertThat(project.revision("2_1_index_books.sql")).contains("-- @upgrade transaction=none\n");
        assertThat(project.revision("4_more_kinds.sql"))
                .contains("-- @upgrade transaction=none\n", "\n-- @downgrade irreversible\n");
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("r_titles");
        assertThat(database.texts("SELECT concat_ws(' ', h.direction, h.outcome, h.note, h.host, h.application_version,"
                        + " h.started_at = f.installed_on::timestamptz, h.duration_ms = f.execution_time,"
                        + " h.database_user = f.installed_by) FROM migration_history h JOIN flyway_schema_history f"
                        + " ON h.revision = coalesce(f.version, 'r_titles') ORDER BY h.id"))
                .hasSize(6)
                .containsOnly("upgrade success imported from Flyway t t t");

        TestDatabase fresh = PostgresServer.get().createDatabase("fresh");
        assertThat(project.run(fresh, "upgrade").error()).doesNotContain("FAILED");
        assertThat(project.run("upgrade", "heads").output()).startsWith("upgrade done: 1 step");
        assertThat(FlywayFixture.catalog(fresh)).isEqualTo(FlywayFixture.catalog(database));
        PostgresServer.get().dropDatabase(fresh);
        project.delete("V5__pending.sql");
        ValidateResult validated = project.flyway().load().validateWithResult();
        assertThat(validated.validationSuccessful).isTrue();
        assertThat(project.run("status", "--check").exitCode()).isZero();
        assertThat(project.run("upgrade").output()).isEqualTo("nothing to do, the database is at 5\n");
    }

    @Test
    void aDryRunWritesNothing(TestDatabase database, @TempDir Path folder) throws Exception {
        FlywayFixture project = library(folder, database).migrate();
        List<String> before = FlywayFixture.catalog(database);

        Result imported = project.run("import", "flyway", "--dry-run");

        assertThat(imported.error()).isEmpty();
        assertThat(imported.output())
                .contains("Nothing was written, because of --dry-run. Without it: 6 files, 6 rows of history, and the"
                        + " version table at r_titles.\n");
        assertThat(project.revisions()).isEmpty();
        assertThat(database.exists("migration_version")).isFalse();
        assertThat(FlywayFixture.catalog(database)).isEqualTo(before);
    }

    @Test
    void anEditedAndAMissingFileAreNamedAndRefused(TestDatabase database, @TempDir Path folder) throws Exception {
        FlywayFixture project = new FlywayFixture(folder, database)
                .file("V1__a.sql", "CREATE TABLE a (id int);\n")
                .file("V2__b.sql", "CREATE TABLE b (id int);\n")
                .migrate()
                .file("V1__a.sql", "CREATE TABLE a (id bigint);\n");
        project.delete("V2__b.sql");

        Result refused = project.run("import", "flyway");

        assertThat(refused.error()).matches("""
                FAILED: The files differ from what Flyway applied in 2 places:
                  V1__a.sql was changed after it was applied: Flyway applied it with the checksum -?\\d+, and the file has -?\\d+\\.
                  V2__b.sql was applied, and its file is not there\\.
                Restore the files as they were applied\\. If the files are right, import with --accept-differences: the revisions then hold the files as they are\\.
                """);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(project.revisions()).isEmpty();

        Result accepted = project.run("import", "flyway", "--accept-differences");

        assertThat(accepted.exitCode()).isEqualTo(3);
        assertThat(accepted.output()).contains("""
                The database differs from its own revisions up to 2 in 2 places:
                  table a:
                    column id: differs: revisions type bigint, database type integer
                  table b: only in the database
                """);
        assertThat(project.revision("2_b.sql"))
                .contains("-- @upgrade\n-- Its file was not there when it was imported.\n");
    }

    @Test
    void aFailedRowRefuses(TestDatabase database, @TempDir Path folder) throws Exception {
        FlywayFixture project = new FlywayFixture(folder, database)
                .file("V1__a.sql", "SELECT 1;\n")
                .migrate();
        database.execute("UPDATE flyway_schema_history SET success = false");

        Result refused = project.run("import", "flyway");

        assertThat(refused.error()).isEqualTo("""
                FAILED: Flyway's history says that V1__a.sql failed, so the schema may hold a part of it.
                Undo by hand what it left, run `flyway repair` to remove the row, and `flyway migrate` until it succeeds; then import again.
                """);
    }

    @Test
    void theOrderIsThatInWhichFlywayAppliedThem(TestDatabase database, @TempDir Path folder) throws Exception {
        FlywayFixture project = new FlywayFixture(folder, database)
                .file("V1__a.sql", "CREATE TABLE a (id int);\n")
                .file("V3__c.sql", "ALTER TABLE a ADD COLUMN c int;\n")
                .migrate()
                .file("V2__b.sql", "ALTER TABLE a ADD COLUMN b int;\n");
        project.flyway().outOfOrder(true).load().migrate();
        project.file("V1.5__late.sql", "ALTER TABLE a ADD COLUMN late int;\n");

        Result imported = project.run("import", "flyway");

        assertThat(imported.output())
                .contains(
                        "  1 from V1__a.sql: applied",
                        "  Migration V1.5__late.sql is pending, and Flyway ignores it,"
                                + " because a newer one is applied and spring.flyway.out-of-order is false. Here the next upgrade"
                                + " applies it: delete its revision if you do not want that.\n")
                .contains("Nothing differs");
        assertThat(project.revision("2_b.sql")).contains("-- Revises: 3\n");
        assertThat(project.revision("1_5_late.sql")).contains("-- Revises: 2\n");
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("2");
    }

    @Test
    void whatABaselineStandsForCountsAsApplied(TestDatabase database, @TempDir Path folder) throws Exception {
        database.execute("CREATE TABLE a (id int)");
        FlywayFixture project = new FlywayFixture(folder, database)
                .file("V1__a.sql", "CREATE TABLE a (id int);\n")
                .file("V2__b.sql", "CREATE TABLE b (id int);\n");
        project.flyway().baselineOnMigrate(true).baselineVersion("1").load().migrate();

        Result imported = project.run("import", "flyway");

        assertThat(imported.output())
                .contains("  1 from V1__a.sql: counted as applied <time> by <user>\n", "Nothing differs");
        assertThat(database.texts("SELECT direction || ' ' || revision FROM migration_history ORDER BY id"))
                .containsExactly("stamp 1", "upgrade 2");
        assertThat(project.run("status", "--check").exitCode()).isZero();
    }

    @Test
    void aBaselineMigrationIsABase(TestDatabase database, @TempDir Path folder) throws Exception {
        FlywayFixture project = new FlywayFixture(folder, database)
                .file("V1__a.sql", "CREATE TABLE a (id int);\n")
                .file("B2__ab.sql", "CREATE TABLE a (id int);\nCREATE TABLE b (id int);\n")
                .file("V2__b.sql", "CREATE TABLE b (id int);\n")
                .file("V3__c.sql", "CREATE TABLE c (id int);\n")
                .migrate();

        Result imported = project.run("import", "flyway");

        assertThat(imported.output()).contains("  2 from B2__ab.sql: applied", "  3 from V3__c.sql: applied", """
                To know:
                  Migration V1__a.sql is not carried over: the baseline migration 2 takes its place.
                  Migration V2__b.sql is not carried over: the baseline migration 2 takes its place.

                Nothing differs""");
        assertThat(project.revisions()).containsExactly("2_ab.sql", "3_c.sql");
    }

    @Test
    void placeholdersStayAndTheirChecksumsAreThoseOfTheReplacedText(TestDatabase database, @TempDir Path folder)
            throws Exception {
        FlywayFixture project = new FlywayFixture(folder, database)
                .file(
                        "V1__a.sql",
                        "CREATE TABLE #[name] (id int);\nCOMMENT ON TABLE #[NAME] IS '#[flyway:defaultSchema]';\n")
                .file("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT '#[name]' AS n, '#[flyway:filename]' AS f;\n");
        project.flyway()
                .placeholderPrefix("#[")
                .placeholderSuffix("]")
                .placeholders(Map.of("name", "authors", "unused", "x"))
                .load()
                .migrate();

        Result imported = project.run(
                "import",
                "flyway",
                "--spring.flyway.placeholder-prefix=#[",
                "--spring.flyway.placeholder-suffix=]",
                "--spring.flyway.placeholders.name=authors",
                "--spring.flyway.placeholders.unused=x");

        assertThat(imported.error()).isEmpty();
        assertThat(imported.output()).contains("Flyway: 2 revisions applied, 0 pending", "Nothing differs", """
                Next, set these properties:
                  migration.placeholders.flyway.defaultSchema=public
                  migration.placeholders.name=authors
                  spring.flyway.enabled=false
                """);
        assertThat(project.revision("1_a.sql"))
                .contains("CREATE TABLE ${name} (id int);\nCOMMENT ON TABLE ${name} IS '${flyway.defaultSchema}';\n");
        assertThat(project.revision("r_v_v.sql")).contains("'R__v.sql' AS f");
    }

    @Test
    void anotherTableAndSeveralSchemasAreContinued(TestDatabase database, @TempDir Path folder) throws Exception {
        FlywayFixture project = new FlywayFixture(folder, database)
                .file("V1__a.sql", "CREATE TABLE a (id int);\nCREATE TABLE extra.b (id int);\n");
        project.flyway().schemas("app", "extra").table("applied").load().migrate();

        Result imported =
                project.run("import", "flyway", "--spring.flyway.schemas=app,extra", "--spring.flyway.table=applied");

        assertThat(imported.error()).isEmpty();
        assertThat(imported.output())
                .contains(
                        "  Flyway created the schemas extra: revision flyway_schemas creates them in a new database.\n",
                        "Nothing differs",
                        "  migration.schema=app\n");
        assertThat(database.texts("SELECT version_num FROM app.migration_version"))
                .containsExactly("1");
        TestDatabase fresh = PostgresServer.get().createDatabase("fresh");
        project.run(fresh, "upgrade", "--migration.schema=app");
        assertThat(FlywayFixture.catalog(fresh))
                .isEqualTo(FlywayFixture.catalog(database).stream()
                        .filter(line -> !line.contains("applied"))
                        .toList());
        PostgresServer.get().dropDatabase(fresh);
    }

    @Test
    void aMigrationInJavaIsCalledByARevisionInJava(TestDatabase database, @TempDir Path folder) throws Exception {
        FlywayFixture project =
                new FlywayFixture(folder, database).file("V1__a.sql", "CREATE TABLE authors (id serial, name text);\n");
        String locations = "filesystem:" + folder.resolve("migration") + ",classpath:dev/athanor/flywayapp";
        project.flyway().locations(locations.split(",")).load().migrate();

        Result imported = project.run("import", "flyway", "--spring.flyway.locations=" + locations);

        assertThat(imported.error()).isEmpty();
        assertThat(imported.output())
                .contains(
                        "  6 from dev.athanor.flywayapp.V6__Add_first_author: applied",
                        "  Migration dev.athanor.flywayapp.V6__Add_first_author in Java stays as it is: revision 6 calls it. Keep"
                                + " flyway-core on the class path as long as it does.\n",
                        "Not proven yet: 6 cannot run as it is. Complete and build the application, then run `migration drift`.\n");
        String source = Files.readString(folder.resolve("java/com/acme/revisions/AddFirstAuthor.java"));
        Class<?> compiled = InMemoryCompiler.compile("com.acme.revisions.AddFirstAuthor", source);
        TestDatabase fresh = PostgresServer.get().createDatabase("fresh");
        try (Migrations migrations = Migrations.builder(fresh.dataSource())
                .source(new FolderSource(folder.resolve("revisions")))
                .revision((JavaRevision) compiled.getDeclaredConstructor().newInstance())
                .build()) {
            migrations.upgrade();
            assertThat(fresh.texts("SELECT name FROM authors")).containsExactly("Anna");
        }
        try (Migrations migrations = Migrations.builder(database.dataSource())
                .source(new FolderSource(folder.resolve("revisions")))
                .revision((JavaRevision) compiled.getDeclaredConstructor().newInstance())
                .build()) {
            assertThat(migrations.upgrade().steps()).isEmpty();
            assertThat(migrations.comparisons().drift().lines()).isEmpty();
        }
        PostgresServer.get().dropDatabase(fresh);
    }

    @Test
    void aSecondDatabaseIsImportedByTheRevisionsWithoutFlywaysFiles(TestDatabase database, @TempDir Path folder)
            throws Exception {
        TestDatabase production = PostgresServer.get().createDatabase("production");
        new FlywayFixture(folder, production)
                .file("V1__a.sql", "CREATE TABLE a (id int);\n")
                .file("V2__b.sql", "CREATE TABLE b (id int);\n")
                .file("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM a;\n")
                .migrate();
        FlywayFixture project = new FlywayFixture(folder, database)
                .migrate()
                .file("V3__c.sql", "CREATE TABLE c (id int);\n")
                .migrate();
        project.run("import", "flyway");
        for (String file : List.of("V1__a.sql", "V2__b.sql", "V3__c.sql", "R__v.sql")) {
            project.delete(file);
        }

        Result imported = project.run(production, "import", "flyway", "--migration.directory=");

        assertThat(imported.error()).isEmpty();
        assertThat(imported.output())
                .contains(
                        "Flyway: 3 revisions applied, 1 pending, 0 files to write.\n",
                        "Nothing differs",
                        "Written: 0 files, 3 rows of history, and the version table at r_v. Nothing of Flyway was changed.\n");
        assertThat(project.run(production, "upgrade").output()).startsWith("upgrade done: 1 step");
        assertThat(FlywayFixture.catalog(production)).isEqualTo(FlywayFixture.catalog(database));
        PostgresServer.get().dropDatabase(production);
    }

    @Test
    void aChangeByHandIsListed(TestDatabase database, @TempDir Path folder) {
        FlywayFixture project = new FlywayFixture(folder, database)
                .file("V1__a.sql", "CREATE TABLE a (id int);\n")
                .migrate();
        database.execute("CREATE INDEX by_hand ON a (id)");

        Result imported = project.run("import", "flyway", "--json");

        assertThat(imported.exitCode()).isEqualTo(3);
        assertThat(imported.output())
                .isEqualTo("{\"tool\":\"Flyway\",\"dryRun\":false,\"revisions\":[{\"id\":\"1\","
                        + "\"origin\":\"V1__a.sql\",\"applied\":true}],\"heads\":[\"1\"],\"historyRows\":1,"
                        + "\"acceptedDifferences\":[],\"notes\":[],\"properties\":[\"spring.flyway.enabled=false\"],"
                        + "\"proven\":true,\"schemaDifferences\":[\"index a.by_hand: added\"],"
                        + "\"files\":[\"<dir>/revisions/1_a.sql\"]}\n");
    }

    @Test
    void aSecondImportAndADatabaseWithAnotherVersionAreRefusedAndLeaveNoFile(
            TestDatabase database, @TempDir Path folder) throws Exception {
        FlywayFixture project = new FlywayFixture(folder, database)
                .file("V1__a.sql", "CREATE TABLE a (id int);\n")
                .migrate();
        database.executeAll("CREATE TABLE migration_version (version_num varchar(32) NOT NULL);"
                + "INSERT INTO migration_version VALUES ('x1')");

        Result other = project.run("import", "flyway");

        assertThat(other.error()).isEqualTo("""
                FAILED: The version table has x1 already, and the import from Flyway leads to 1.
                If this database was imported before, continue with `migration upgrade`. If its rows are wrong, see `migration current` and `migration history --applied`.
                """);
        assertThat(project.revisions()).isEmpty();
        assertThat(database.exists("migration_history")).isFalse();

        database.execute("DROP TABLE migration_version");
        project.run("import", "flyway");
        Result second = project.run("import", "flyway");

        assertThat(second.error()).isEqualTo("""
                FAILED: This database has a history of Athanor already, so nothing was imported from Flyway.
                See it with `migration history --applied`, and continue with `migration upgrade`.
                """);
    }

    @Test
    void aDatabaseWithoutFlywaysTableIsRefused(TestDatabase database, @TempDir Path folder) {
        FlywayFixture project = new FlywayFixture(folder, database);

        assertThat(project.file("V1__a.sql", "SELECT 1;\n")
                        .run("import", "flyway")
                        .error())
                .isEqualTo("""
                FAILED: The schema public has no table flyway_schema_history, in which Flyway keeps its history.
                Connect to a database that Flyway has migrated, or name its table with --schema and --table.
                """);
        project.flyway().table("applied").load().migrate();
        assertThat(project.run("import", "flyway").error()).isEqualTo("""
                FAILED: The schema public has no table flyway_schema_history, in which Flyway keeps its history.
                This database has public.applied: name it with --schema and --table, or set spring.flyway.schemas and spring.flyway.table.
                """);
    }

    @Test
    void aLineThatNoRevisionCanHoldIsNamedInFlywaysFile(TestDatabase database, @TempDir Path folder) {
        FlywayFixture project = new FlywayFixture(folder, database)
                .file("V1__a.sql", "CREATE TABLE a (id int);\n\nCOPY a FROM STDIN;\n1\n\\.\n")
                .migrate();

        Result refused = project.run("import", "flyway");

        assertThat(refused.error()).startsWith("FAILED: V1__a.sql:3: ");
    }

    @Test
    void threeHundredVersionsAreImportedInTheTimeThatFlywayTakes(TestDatabase database, @TempDir Path folder) {
        FlywayFixture project = new FlywayFixture(folder, database);
        for (int version = 1; version <= 300; version++) {
            project.file(
                    "V" + version + "__t" + version + ".sql", "CREATE TABLE t" + version + " (id int PRIMARY KEY);\n");
        }
        long begun = System.nanoTime();
        project.migrate();
        long migrated = System.nanoTime();

        Result imported = project.run("import", "flyway");
        Duration took = Duration.ofNanos(System.nanoTime() - migrated);

        assertThat(imported.output()).contains("Flyway: 300 revisions applied, 0 pending", "Nothing differs");
        assertThat(took).isLessThan(Duration.ofNanos(migrated - begun).multipliedBy(5));
        assertThat(project.run("upgrade").output()).isEqualTo("nothing to do, the database is at 300\n");
    }

    /**
     * Imports projects from elsewhere: {@code -Dtakeover.projects=<folder>}, with a folder {@code migration} in each
     * folder there.
     */
    @TestFactory
    @EnabledIfSystemProperty(named = "takeover.projects", matches = ".+")
    Stream<DynamicTest> projectsFromElsewhere() throws IOException {
        try (Stream<Path> projects = Files.list(Path.of(System.getProperty("takeover.projects")))) {
            return projects.sorted().toList().stream()
                    .map(project ->
                            DynamicTest.dynamicTest(project.getFileName().toString(), () -> check(project)));
        }
    }

    private static void check(Path folder) {
        TestDatabase database = PostgresServer.get().createDatabase("project");
        TestDatabase fresh = PostgresServer.get().createDatabase("fresh");
        FlywayFixture project = new FlywayFixture(folder, database).migrate();

        Result imported = project.run("import", "flyway");
        Result upgraded = project.run(fresh, "upgrade");

        assertThat(imported.exitCode()).as(imported.error() + imported.output()).isZero();
        assertThat(upgraded.exitCode()).as(upgraded.error()).isZero();
        assertThat(FlywayFixture.catalog(fresh)).isEqualTo(FlywayFixture.catalog(database));
        PostgresServer.get().dropDatabase(fresh);
        PostgresServer.get().dropDatabase(database);
    }
}
