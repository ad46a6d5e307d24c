package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.RunningApplication.Answer;
import dev.athanor.migration.source.FolderSource;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Health through a whole life of a schema, as the platform sees it. */
@ExtendWith(PostgresExtension.class)
class HealthLifeIT {

    @Test
    void readinessFollowsTheSchemaAndLivenessDoesNot(TestDatabase database, @TempDir Path folder) throws Exception {
        Path build = Files.createDirectory(folder.resolve("build"));
        write(build, "a1", "", "CREATE TABLE a1 (id int); SELECT pg_sleep(2);");
        Path newer = Files.createDirectory(folder.resolve("newer"));
        Files.copy(build.resolve("a1.sql"), newer.resolve("a1.sql"));
        write(newer, "b2", "a1", "SELECT 1;");
        try (RunningApplication application = RunningApplication.start(
                database,
                "--migration.locations=file:" + build,
                "--migration.auto-upgrade=false",
                "--management.endpoint.migrations.access=unrestricted",
                "--spring.datasource.hikari.connection-timeout=500",
                "--spring.datasource.hikari.validation-timeout=250")) {
            application.context();

            is(application, "PENDING", "OUT_OF_SERVICE");

            application.post("/actuator/migrations/upgrade", "{}");
            is(application, "RUNNING", "OUT_OF_SERVICE");
            is(application, "AT_HEAD", "UP");

            Migrations.builder(database.dataSource())
                    .source(new FolderSource(newer))
                    .build()
                    .upgrade();
            is(application, "AHEAD", "UP");

            database.execute("UPDATE migration_version SET version_num = 'of_nobody'");
            is(application, "DIVERGED", "DOWN");

            database.execute("UPDATE migration_version SET version_num = 'a1'");
            is(application, "AT_HEAD", "UP");

            TestDatabase server = server(database);
            server.execute("ALTER DATABASE " + database.name() + " ALLOW_CONNECTIONS false");
            server.texts("SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE datname = '"
                    + database.name() + "'");
            is(application, "UNREACHABLE", "DOWN");

            server.execute("ALTER DATABASE " + database.name() + " ALLOW_CONNECTIONS true");
            is(application, "AT_HEAD", "UP");
        }
    }

    @Test
    void anApplicationThatFindsNoneOfItsRevisionsIsNeverReady(TestDatabase database, @TempDir Path folder)
            throws Exception {
        Path revisions = Files.createDirectories(folder.resolve("db/revisions"));
        write(revisions, "a1", "", "CREATE TABLE a1 (id int);");
        Path empty = Files.createDirectories(folder.resolve("db/empty"));
        Migrations.builder(database.dataSource())
                .source(new FolderSource(revisions))
                .build()
                .upgrade();
        String mistyped = folder.resolve("db/revision").toString();

        try (RunningApplication application = RunningApplication.start(
                database, "--migration.locations=file:" + mistyped, "--migration.on-failure=refuse-traffic")) {
            application.context();

            is(application, "FAILED", "DOWN");
            assertThat(application.get("/actuator/health/migrations").body())
                    .contains("Folder " + mistyped + " does not exist. Did you mean file:" + revisions + "?");
        }
        try (RunningApplication application = RunningApplication.start(
                database,
                "--migration.locations=file:" + mistyped,
                "--migration.fail-on-missing-locations=false",
                "--migration.on-failure=refuse-traffic")) {
            application.context();

            is(application, "DIVERGED", "DOWN");
            assertThat(application.get("/actuator/health/migrations").body())
                    .contains("The database is at a1, and this build has no revision. It looked for revisions in file:"
                            + mistyped + ". Did you mean file:" + revisions + "?");
        }
        try (RunningApplication application = RunningApplication.start(
                database, "--migration.locations=file:" + empty, "--migration.auto-upgrade=false")) {
            application.context();

            is(application, "DIVERGED", "DOWN");
        }
        database.execute("DROP TABLE migration_version, migration_history");
        try (RunningApplication application =
                RunningApplication.start(database, "--migration.locations=file:" + empty)) {
            application.context();

            is(application, "NO_REVISIONS", "OUT_OF_SERVICE");
        }
    }

    private static void is(RunningApplication application, String state, String health) throws Exception {
        Answer migrations = application.waitFor("/actuator/health/migrations", "\"state\":\"" + state + "\"");
        Answer readiness = application.get("/actuator/health/readiness");

        StatusSchema.status(application.get("/actuator/migrations").body());
        assertThat(migrations.body()).startsWith("{\"details\":").contains("\"status\":\"" + health + "\"");
        assertThat(readiness.status()).as(state).isEqualTo(health.equals("UP") ? 200 : 503);
        assertThat(readiness.body()).contains("\"status\":\"" + health + "\"");
        assertThat(application.get("/actuator/health/liveness").status())
                .as("liveness while " + state)
                .isEqualTo(200);
        assertThat(application.get("/actuator/health/liveness").body()).doesNotContain("migrations");
    }

    private static TestDatabase server(TestDatabase database) {
        String url = database.url().replace("/" + database.name(), "/postgres");
        return new TestDatabase("postgres", url, database.user(), database.password());
    }

    private static void write(Path folder, String id, String revises, String upgrade) throws Exception {
        Files.writeString(
                folder.resolve(id + ".sql"),
                "-- " + id + "\n--\n-- Revision ID: " + id + "\n-- Revises: " + revises + "\n\n-- @upgrade\n" + upgrade
                        + "\n\n-- @downgrade\nSELECT 0;\n");
    }
}
