package dev.athanor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each command as a user types it: the real jar as a process, with everything that it prints, and its exit code. */
@ExtendWith(PostgresExtension.class)
class CommandsIT {

    private static final String CHECK =
            "Check that the server runs at localhost:1 and that the URL, user and password are right:"
                    + " spring.datasource.*, or migration.url, migration.username and migration.password where migrations have"
                    + " their own.\n";

    @TestFactory
    Stream<DynamicTest> onTheDemosRevisions(@TempDir Path folder) throws IOException {
        return CommandCase.run("demo.txt", folder, Map.of());
    }

    @TestFactory
    Stream<DynamicTest> theDatabaseBesideEntitiesAndRevisions(@TempDir Path folder) throws IOException {
        return CommandCase.run("check.txt", folder, Map.of());
    }

    @Test
    void aContainersStartLineStopsAtAFailedUpgrade(TestDatabase database, @TempDir Path folder) throws Exception {
        Path revisions = Files.createDirectory(folder.resolve("revisions"));
        Path script = revisions.resolve("a1.sql");
        String broken = "-- first\n--\n-- Revision ID: a1\n\n-- @upgrade\nSELEC 1;\n-- @downgrade\nSELECT 1;\n";
        Files.writeString(script, broken);
        MigrationProcess process = new MigrationProcess(database, folder, MigrationProcess.ownFolder());

        MigrationProcess.Result stopped = process.shell("%s migration upgrade head && echo serving");
        Files.writeString(script, broken.replace("SELEC ", "SELECT "));
        MigrationProcess.Result served = process.shell("%s migration upgrade head && echo serving");

        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.output()).doesNotContain("serving");
        assertThat(served.exitCode()).isZero();
        assertThat(served.output()).endsWith("serving\n");
    }

    @Test
    void aServerThatIsNotThereIsToldInOneMessage(@TempDir Path folder) throws Exception {
        TestDatabase nowhere = new TestDatabase("none", "jdbc:postgresql://localhost:1/none", "nobody", "hidden");

        refuses(
                new MigrationProcess(nowhere, folder, Map.of()),
                "FAILED: No connection to the database: Connection to localhost:1 refused. Check that the hostname and"
                        + " port are correct and that the postmaster is accepting TCP/IP connections.\n" + CHECK);
    }

    @Test
    void aRoleThatMayNotConnectIsToldInOneMessage(TestDatabase database, @TempDir Path folder) throws Exception {
        TestDatabase nobody = new TestDatabase(database.name(), database.url(), "nobody", "hidden");

        refuses(
                new MigrationProcess(nobody, folder, Map.of()),
                "FAILED: No connection to the database: FATAL: role \"nobody\" does not exist\n"
                        + "Create the role with `CREATE ROLE nobody LOGIN PASSWORD '…'`, let it log in with `ALTER ROLE"
                        + " nobody LOGIN`, or use another one: spring.datasource.username, or migration.username where"
                        + " migrations have their own.\n");
    }

    @Test
    void aRoleThatMayNotCreateIsToldInOneMessage(TestDatabase database, @TempDir Path folder) throws Exception {
        String role = "poor_" + database.name();
        database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'p'");
        database.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");

        refuses(
                new MigrationProcess(new TestDatabase(database.name(), database.url(), role, "p"), folder, Map.of()),
                "FAILED: The database refused what a run needs before and between its steps: ERROR: permission denied for"
                        + " schema public (SQLState 42501)\n"
                        + "Give the role the rights to create and write the version table and the history in the schema,"
                        + " or let migrations use another role: migration.username and migration.password.\n");

        database.execute("DROP ROLE " + role);
    }

    @Test
    void aReadOnlyServerIsToldInOneMessage(TestDatabase database, @TempDir Path folder) throws Exception {
        database.execute("ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on");

        refuses(
                new MigrationProcess(database, folder, Map.of()),
                "FAILED: The database refuses to write (default_transaction_read_only is on), but the command must write.\n"
                        + "Turn it off for the role or the database that migrations use: ALTER ROLE … SET"
                        + " default_transaction_read_only = off, or give them another with migration.username. Nothing"
                        + " was done.\n");
        assertThat(database.exists("migration_version")).isFalse();
    }

    @Test
    void tellsTheVersionOfTheLibrary(TestDatabase database, @TempDir Path folder) throws Exception {
        String jar = Path.of(System.getProperty("demo.jar")).getFileName().toString();

        MigrationProcess.Result result = new MigrationProcess(database, folder, Map.of()).run(List.of("--version"));

        assertThat(result.output()).isEqualTo("Athanor " + jar.replaceAll("^demo-app-|\\.jar$", "") + "\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void aStackTraceIsShownOnRequest(@TempDir Path folder) throws Exception {
        TestDatabase nowhere = new TestDatabase("none", "jdbc:postgresql://localhost:1/none", "nobody", "hidden");

        MigrationProcess.Result result =
                new MigrationProcess(nowhere, folder, Map.of()).run(List.of("current", "--stacktrace"));

        assertThat(result.error())
                .startsWith("FAILED: No connection to the database: ")
                .contains("\tat dev.athanor.migration.session.Session.open")
                .doesNotContain("hidden");
    }

    private static void refuses(MigrationProcess process, String error) throws Exception {
        MigrationProcess.Result result = process.run(List.of("upgrade", "heads"));

        assertThat(result.error()).isEqualTo(error);
        assertThat(result.output()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void worksFromAnExtractedJarAsWell(TestDatabase database, @TempDir Path folder) throws Exception {
        MigrationProcess process = new MigrationProcess(database, folder, Map.of());
        process.shell("java -Djarmode=tools -jar \"$DEMO_JAR\" extract --destination extracted");

        MigrationProcess.Result result = process.shell("java -jar extracted/*.jar migration current --check-heads");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.error())
                .isEqualTo("The database has no revision: it is at base.\n"
                        + "The database is at base, the heads are f93a2c6d0b71.\n");
    }
}
