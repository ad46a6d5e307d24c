package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.autoconfigure.RunningApplication.Answer;
import dev.athanor.migration.runner.MigrationFailedException;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.RoundTripProxy;
import dev.athanor.migration.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole application, from the outside. */
@ExtendWith(PostgresExtension.class)
class StartIT {

    private static final String SLOW = """
            -- sleeps
            --
            -- Revision ID: 5105105105aa
            -- Revises:

            -- @upgrade
            CREATE TABLE slept (id int);
            SELECT pg_sleep(4);

            -- @downgrade
            DROP TABLE slept;
            """;

    @Test
    void upgradesWhenReadyAndAnswersMeanwhile(TestDatabase database, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("slow.sql"), SLOW);
        try (RunningApplication application =
                RunningApplication.start(database, "--migration.locations=file:" + folder)) {
            Answer running = application.waitFor("/actuator/migrations", "\"RUNNING\"");

            assertThat(running.body())
                    .contains("\"summary\":\"Running upgrade 5105105105aa (sleeps), step 1 of 1.\"")
                    .contains("\"running\":{\"command\":\"upgrade\",\"step\":\"upgrade 5105105105aa (sleeps)\"");
            assertThat(application.get("/actuator/health/liveness").status()).isEqualTo(200);
            Answer readiness = application.get("/actuator/health/readiness");
            assertThat(readiness.status()).isEqualTo(503);
            assertThat(readiness.body()).contains("OUT_OF_SERVICE");
            assertThat(application.started()).isFalse();

            application.context();
            assertThat(application
                            .waitFor("/actuator/health/readiness", "\"status\":\"UP\"")
                            .status())
                    .isEqualTo(200);
            Answer done = application.get("/actuator/migrations");
            assertThat(done.body())
                    .contains("\"state\":\"AT_HEAD\"")
                    .contains("\"current\":[\"5105105105aa\"]")
                    .containsPattern("\"durationMillis\":4\\d{3}")
                    .contains("\"lastRun\":{\"command\":\"upgrade\",\"outcome\":\"success\"");
        }
    }

    @Test
    void atHeadAStartAsksTheDatabaseOneQuestion(TestDatabase database) throws Exception {
        try (RunningApplication first = RunningApplication.start(database)) {
            first.context();
        }
        try (RoundTripProxy proxy = RoundTripProxy.to(database.url());
                RunningApplication application = RunningApplication.start(proxy.through(database))) {
            application.context();

            assertThat(proxy.statements())
                    .filteredOn(statements -> statements.contains("migration_"))
                    .singleElement()
                    .asString()
                    .contains("FROM \"migration_version\"");
        }
    }

    @Test
    void withoutAutoUpgradeNothingIsAppliedAndReadinessNamesWhatIsPending(TestDatabase database) throws Exception {
        try (RunningApplication application = RunningApplication.start(
                database,
                "--migration.auto-upgrade=false",
                "--management.endpoint.health.probes.add-additional-paths=true")) {
            application.context();

            Answer readiness = application.get("/actuator/health/readiness");
            Answer health = application.get("/actuator/health/migrations");

            assertThat(readiness.status()).isEqualTo(503);
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.body())
                    .contains("\"status\":\"OUT_OF_SERVICE\"")
                    .contains("\"database_migrated\":false")
                    .contains("\"schema_version\":\"base\"")
                    .contains("\"pending\":[\"a1f0c3d2e4b5\",\"b2e1d4c3f5a6\"]");
            assertThat(application.get("/actuator/health/liveness").status()).isEqualTo(200);
            assertThat(application.get("/livez").status()).isEqualTo(200);
            assertThat(application.get("/readyz").status()).isEqualTo(503);
            assertThat(database.exists("note")).isFalse();
            assertThat(database.exists("migration_version")).isFalse();
        }
    }

    @Test
    void showsARevisionWithItsSql(TestDatabase database) throws Exception {
        try (RunningApplication application = RunningApplication.start(database)) {
            application.context();

            Answer revision = application.get("/actuator/migrations/b2e1d4c3f5a6");

            assertThat(revision.status()).isEqualTo(200);
            assertThat(revision.body())
                    .contains("\"message\":\"add note author\"")
                    .contains("\"revises\":[\"a1f0c3d2e4b5\"]")
                    .contains("ALTER TABLE note ADD COLUMN author varchar(80);")
                    .contains("ALTER TABLE note DROP COLUMN author;")
                    .contains("\"script\":\"db/revisions/20251008_0930_b2e1d4c3f5a6_add_note_author.sql\"")
                    .contains("\"how\":\"upgrade\"");
            assertThat(application.get("/actuator/migrations/nosuchrevision").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void metersTellRunsRevisionsAndState(TestDatabase database) throws Exception {
        try (RunningApplication application = RunningApplication.start(database)) {
            MeterRegistry meters = application.context().getBean(MeterRegistry.class);

            assertThat(meters.get("migration.run")
                            .tags("command", "upgrade", "outcome", "success")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(meters.get("migration.revision")
                            .tags("revision", "a1f0c3d2e4b5", "direction", "upgrade", "outcome", "success")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(meters.get("migration.pending")
                            .tag("database", "default")
                            .gauge()
                            .value())
                    .isZero();
            assertThat(meters.get("migration.at.head")
                            .tag("database", "default")
                            .gauge()
                            .value())
                    .isEqualTo(1);
        }
    }

    @Test
    void atInitializationTheSchemaIsThereBeforeHibernateValidatesIt(TestDatabase database) throws Exception {
        try (RunningApplication application = RunningApplication.start(
                database, "--migration.run-at=initialization", "--spring.jpa.hibernate.ddl-auto=validate")) {
            application.context();

            assertThat(application.get("/actuator/health/readiness").status()).isEqualTo(200);
        }
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("b2e1d4c3f5a6");
    }

    @Test
    void aFailureStopsTheApplication(TestDatabase database, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("broken.sql"), SLOW.replace("SELECT pg_sleep(4)", "SELEC pg_sleep(4)"));
        RunningApplication application = RunningApplication.start(database, "--migration.locations=file:" + folder);

        assertThatThrownBy(application::context)
                .hasRootCauseInstanceOf(java.sql.SQLException.class)
                .cause()
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("broken.sql:8, statement 2 of 2:");
        assertThat(application.get("/actuator/health/liveness").status()).isZero();
        assertThat(database.exists("slept")).isFalse();
    }

    @Test
    void aFailureMayLeaveTheApplicationUnready(TestDatabase database, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("broken.sql"), SLOW.replace("SELECT pg_sleep(4)", "SELEC pg_sleep(4)"));
        try (RunningApplication application = RunningApplication.start(
                database, "--migration.locations=file:" + folder, "--migration.on-failure=refuse-traffic")) {
            application.context();

            Answer health = application.get("/actuator/health/migrations");

            assertThat(health.status()).isEqualTo(503);
            assertThat(health.body()).contains("\"status\":\"DOWN\"").contains("broken.sql:8, statement 2 of 2");
            assertThat(application.get("/actuator/health/readiness").status()).isEqualTo(503);
            assertThat(application.get("/actuator/health/liveness").status()).isEqualTo(200);
        }
    }

    @Test
    void migrationsMayHaveAConnectionOfTheirOwn(TestDatabase database) throws Exception {
        database.execute("CREATE ROLE owner_" + database.name() + " LOGIN SUPERUSER PASSWORD 'of its own'");
        try (RunningApplication application = RunningApplication.start(
                database,
                "--migration.url=" + database.url(),
                "--migration.username=owner_" + database.name(),
                "--migration.password=of its own")) {
            application.context();
        }
        assertThat(database.texts("SELECT DISTINCT database_user FROM migration_history"))
                .containsExactly("owner_" + database.name());
        database.execute("REASSIGN OWNED BY owner_" + database.name() + " TO CURRENT_USER");
        database.execute("DROP ROLE owner_" + database.name());
    }
}
