package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.autoconfigure.RunningApplication.Answer;
import dev.athanor.migration.autoconfigure.event.MigrationRequested;
import dev.athanor.migration.plan.Command;
import dev.athanor.migration.script.Checksum;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.testapp.NotesApplication;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint from outside: page and JSON, reads and writes, in each kind of application. */
@ExtendWith(PostgresExtension.class)
class EndpointIT {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String UNRESTRICTED = "--management.endpoint.migrations.access=unrestricted";
    private static final String VERIFY_ONLY = "--migration.auto-upgrade=false";
    private static final String SLOW = """
            -- sleeps
            --
            -- Revision ID: 5105105105aa
            -- Revises:

            -- @upgrade
            CREATE TABLE slept (id int);
            SELECT pg_sleep(3);

            -- @downgrade
            DROP TABLE slept;
            """;

    @ParameterizedTest
    @ValueSource(strings = {"servlet", "reactive"})
    void aBrowserIsShownAPageAndEveryoneElseJson(String type, TestDatabase database) throws Exception {
        try (RunningApplication application =
                RunningApplication.start(database, "--spring.main.web-application-type=" + type)) {
            application.context();

            Answer page = application.get("/actuator/migrations", BROWSER);
            Answer revision = application.get("/actuator/migrations?revision=b2e1d4c3f5a6", BROWSER);
            Answer nothing = application.get("/actuator/migrations?revision=nosuch", BROWSER);

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.type()).isEqualToIgnoringCase("text/html;charset=UTF-8");
            assertThat(page.body()).startsWith("<!DOCTYPE html>").contains("The schema is at b2e1d4c3f5a6");
            assertThat(revision.body()).contains("ALTER TABLE note ADD COLUMN author varchar(80);");
            assertThat(nothing.status()).isEqualTo(404);
            assertThat(nothing.body()).contains("No revision nosuch");
            for (String accept : List.of("*/*", "application/json", "application/vnd.spring-boot.actuator.v3+json")) {
                Answer json = application.get("/actuator/migrations", accept);
                assertThat(json.type()).contains("json");
                assertThat(json.body()).startsWith("{\"databases\":{\"default\":{\"state\":\"AT_HEAD\"");
            }
            assertThat(application
                            .get("/actuator/migrations/b2e1d4c3f5a6", BROWSER)
                            .body())
                    .startsWith("{\"database\":\"default\",\"revision\":\"b2e1d4c3f5a6\"");
        }
    }

    @Test
    void onAPortOfItsOwnTheEndpointIsTheSame(TestDatabase database) throws Exception {
        int port = RunningApplication.freePort();
        try (RunningApplication application =
                RunningApplication.start(database, UNRESTRICTED, "--management.server.port=" + port)) {
            application.context();
            URI address = URI.create("http://localhost:" + port + "/actuator/migrations");

            Answer page =
                    RunningApplication.send(HttpRequest.newBuilder(address).header("Accept", BROWSER));
            Answer plan = RunningApplication.send(HttpRequest.newBuilder(URI.create(address + "/downgrade"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"target\": \"-1\", \"plan\": true}")));

            assertThat(page.body()).startsWith("<!DOCTYPE html>");
            assertThat(plan.status()).isEqualTo(200);
            assertThat(application.get("/actuator/migrations").status()).isEqualTo(404);
        }
    }

    @Test
    void aRevisionTellsWhatVerifyFoundOut(TestDatabase database, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("slow.sql"), SLOW);
        Files.writeString(
                folder.resolve("verified.txt"),
                "5105105105aa proven " + Checksum.of(SLOW).value() + "\n");
        try (RunningApplication application =
                RunningApplication.start(database, VERIFY_ONLY, "--migration.locations=file:" + folder)) {
            application.context();

            assertThat(application.get("/actuator/migrations/5105105105aa").body())
                    .contains("\"verified\":\"proven\"");
        }
    }

    @Test
    void nothingIsWrittenUnlessAccessIsUnrestricted(TestDatabase database) throws Exception {
        try (RunningApplication application = RunningApplication.start(database, VERIFY_ONLY)) {
            application.context();

            assertThat(application.post("/actuator/migrations/upgrade", "{}").status())
                    .isEqualTo(405);
            assertThat(database.exists("note")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"servlet", "reactive"})
    void upgradesInTheBackgroundAndRefusesASecondRun(String type, TestDatabase database, @TempDir Path folder)
            throws Exception {
        Files.writeString(folder.resolve("slow.sql"), SLOW);
        try (RunningApplication application = RunningApplication.start(
                database,
                UNRESTRICTED,
                VERIFY_ONLY,
                "--spring.main.web-application-type=" + type,
                "--migration.locations=file:" + folder)) {
            application.context();

            Answer begun = application.post("/actuator/migrations/upgrade", "{}");
            Answer second = application.post("/actuator/migrations/upgrade", "{\"target\": \"head\"}");
            Answer running =
                    application.waitFor("/actuator/migrations", "\"statement\":{\"number\":2,\"statements\":2");

            assertThat(begun.status()).isEqualTo(202);
            assertThat(begun.body())
                    .isEqualTo("{\"database\":\"default\",\"command\":\"upgrade\",\"targets\":[\"heads\"],"
                            + "\"started\":true,\"summary\":\"upgrade heads: 1 step, from base to"
                            + " 5105105105aa\",\"steps\":[\"upgrade 5105105105aa (sleeps)\"]}");
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.body())
                    .isEqualTo("{\"problem\":\"Another run is in progress: upgrade to heads.\",\"action\":\"Nothing was"
                            + " done. Wait until it ends, which GET on this endpoint shows, then ask again.\"}");
            assertThat(running.body())
                    .contains(
                            "\"state\":\"RUNNING\"", "\"requested\":{\"command\":\"upgrade\",\"targets\":[\"heads\"]");
            Answer done =
                    application.waitFor("/actuator/migrations", "\"targets\":[\"heads\"],\"outcome\":\"success\"");
            assertThat(done.body()).contains("\"state\":\"AT_HEAD\"");
        }
    }

    @Test
    void refusesWhileAnotherProcessMigrates(TestDatabase database, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("slow.sql"), SLOW);
        String[] properties = {UNRESTRICTED, "--migration.locations=file:" + folder};
        try (RunningApplication upgrading = RunningApplication.start(database, properties);
                RunningApplication asked =
                        RunningApplication.start(database, UNRESTRICTED, VERIFY_ONLY, properties[1])) {
            asked.context();
            asked.waitFor("/actuator/migrations", "\"lockHolder\":{\"pid\":");

            Answer refused = asked.post("/actuator/migrations/upgrade", "{}");

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("Another run is in progress: pid ", " holds the migration lock.");
            assertThat(asked.get("/actuator/migrations").body()).contains("A migration is running: pid ");
            upgrading.context();
        }
    }

    @Test
    void downgradesStampsPlansAndSaysWhatCannotBe(TestDatabase database) throws Exception {
        try (RunningApplication application = RunningApplication.start(database, UNRESTRICTED)) {
            application.context();
            String address = "/actuator/migrations/";

            Answer plan = application.post(address + "downgrade", "{\"target\": \"-1\", \"plan\": true}");
            assertThat(plan.status()).isEqualTo(200);
            assertThat(plan.body())
                    .contains("\"started\":false", "\"steps\":[\"downgrade b2e1d4c3f5a6 (add note author)\"]");
            assertThat(database.texts("SELECT version_num FROM migration_version"))
                    .containsExactly("b2e1d4c3f5a6");

            assertThat(application
                            .post(address + "downgrade", "{\"target\": \"base\"}")
                            .status())
                    .isEqualTo(202);
            application.waitFor(
                    "/actuator/migrations", "\"command\":\"downgrade\",\"targets\":[\"base\"],\"outcome\":\"success\"");
            assertThat(database.exists("note")).isFalse();

            assertThat(application
                            .post(address + "stamp", "{\"target\": \"head\"}")
                            .status())
                    .isEqualTo(202);
            application.waitFor("/actuator/migrations", "\"current\":[\"b2e1d4c3f5a6\"]");

            Answer unknown = application.post(address + "upgrade", "{\"target\": \"nosuch\"}");
            assertThat(unknown.status()).isEqualTo(400);
            assertThat(unknown.body()).contains("\"problem\":\"", "nosuch", "\"action\":\"");
            Answer without = application.post(address + "downgrade", "{}");
            assertThat(without.status()).isEqualTo(400);
            assertThat(without.body())
                    .isEqualTo("{\"problem\":\"A downgrade needs a target, and none was given.\",\"action\":\"Send one:"
                            + " {\\\"target\\\": \\\"...\\\"}. Nothing was done.\"}");
            assertThat(application
                            .post(address + "upgrade", "{\"database\": \"other\"}")
                            .body())
                    .contains("The application has no database 'other'.", "Send the name of one: default.");
            assertThat(application.post(address + "destroy", "{}").status()).isEqualTo(400);
        }
    }

    @Test
    void aFailureCanBeReadAfterwards(TestDatabase database, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("broken.sql"), SLOW.replace("SELECT pg_sleep(3)", "SELEC 1"));
        try (RunningApplication application =
                RunningApplication.start(database, UNRESTRICTED, VERIFY_ONLY, "--migration.locations=file:" + folder)) {
            application.context();

            application.post("/actuator/migrations/upgrade", "{}");

            Answer failed = application.waitFor("/actuator/migrations", "\"outcome\":\"failed\",\"requestedAt\"");
            assertThat(failed.body())
                    .contains("broken.sql:8, statement 2 of 2")
                    .contains("\"history\":[{\"runId\":")
                    .contains("\"direction\":\"upgrade\",\"revision\":\"5105105105aa\"");
        }
    }

    @Test
    void withSpringSecurityTheAnonymousAreRefusedAndTheOthersNamed(TestDatabase database) throws Exception {
        try (RunningApplication application = RunningApplication.start(
                database, List.of(NotesApplication.class, SecuredActuator.class), UNRESTRICTED)) {
            application.context();
            HttpRequest.Builder anonymous = application
                    .request("/actuator/migrations/downgrade")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"target\": \"-1\"}"));

            assertThat(RunningApplication.send(anonymous.copy()).status()).isEqualTo(401);
            assertThat(application.get("/actuator/migrations").status()).isEqualTo(401);
            assertThat(application.get("/actuator/health/readiness").status()).isEqualTo(200);
            assertThat(database.texts("SELECT version_num FROM migration_version"))
                    .containsExactly("b2e1d4c3f5a6");

            String credentials = Base64.getEncoder().encodeToString("anna:secret".getBytes());
            Answer begun = RunningApplication.send(anonymous.copy().header("Authorization", "Basic " + credentials));
            assertThat(begun.status()).isEqualTo(202);
            assertThat(begun.body()).contains("\"principal\":\"anna\"");
            assertThat(application
                            .context()
                            .getBean(SecuredActuator.Requests.class)
                            .seen())
                    .containsExactly(new MigrationRequested("default", Command.DOWNGRADE, List.of("-1"), "anna"));
            application.waitFor("/actuator/health/migrations", "1 revision is pending");
        }
    }

    @Test
    void overJmxTheSameIsThere(TestDatabase database) throws Exception {
        try (RunningApplication application = RunningApplication.start(
                database,
                UNRESTRICTED,
                "--spring.jmx.enabled=true",
                "--spring.jmx.default-domain=" + database.name(),
                "--management.endpoints.jmx.domain=" + database.name(),
                "--management.endpoints.jmx.exposure.include=migrations")) {
            application.context();
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName bean = server.queryNames(
                            new ObjectName(database.name() + ":type=Endpoint,name=Migrations,*"), null)
                    .iterator()
                    .next();

            Object state = server.invoke(bean, "migrations", new Object[0], new String[0]);
            Object plan = server.invoke(bean, "run", new Object[] {"downgrade", "base", null, true}, new String[] {
                "java.lang.String", "java.lang.String", "java.lang.String", "java.lang.Boolean"
            });

            assertThat(state.toString()).contains("state=AT_HEAD");
            assertThat(plan).isInstanceOf(Map.class).asString().contains("downgrade b2e1d4c3f5a6", "started=false");
        }
    }
}
