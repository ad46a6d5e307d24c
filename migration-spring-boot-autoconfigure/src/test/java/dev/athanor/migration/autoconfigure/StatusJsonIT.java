package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.CommandLineIT.Result;
import dev.athanor.migration.source.ClasspathSource;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.testapp.NotesApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** The command line and the endpoint give the same JSON for the same database, as the published schema describes it. */
@ExtendWith(PostgresExtension.class)
class StatusJsonIT {

    /** Otherwise Spring Boot takes the version of the jar that runs the test. */
    private static final String VERSION = "--spring.application.version=1.4.2";

    private static final String FIRST = "a1f0c3d2e4b5";
    private static final String HEAD = "b2e1d4c3f5a6";

    @Test
    void commandLineAndEndpointGiveTheSameJson(TestDatabase database) throws Exception {
        assertThat(sameStatus(database)).isEqualTo("PENDING");

        command(database, "upgrade", FIRST);
        assertThat(sameStatus(database)).isEqualTo("PENDING");

        command(database, "upgrade", "head");
        command(database, "stamp", FIRST);
        command(database, "stamp", "head");
        assertThat(sameStatus(database)).isEqualTo("AT_HEAD");

        database.execute("UPDATE migration_history SET direction = 'frobnicated', outcome = 'frobnicated'"
                + " WHERE id = (SELECT max(id) FROM migration_history)");
        assertThat(sameStatus(database)).isEqualTo("AT_HEAD");

        database.execute("UPDATE migration_version SET version_num = 'of_nobody'");
        assertThat(sameStatus(database)).isEqualTo("DIVERGED");
    }

    @Test
    void aRunThatFailedElsewhereIsTheSameInBoth(TestDatabase database, @TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("broken.sql"),
                "-- breaks\n--\n-- Revision ID: 5105105105aa\n-- Revises:\n\n-- @upgrade\nSELEC 1;\n\n"
                        + "-- @downgrade irreversible\n");
        String locations = "--migration.locations=file:" + folder;
        assertThat(command(database, "upgrade", locations).exitCode()).isEqualTo(1);

        assertThat(sameStatus(database, locations)).isEqualTo("FAILED");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsPrintedAsJsonToo() {
        Result status = CommandLineIT.run(
                NotesApplication.class,
                "migration",
                "status",
                "--json",
                "--spring.datasource.url=jdbc:postgresql://localhost:1/nowhere",
                "--spring.datasource.hikari.connection-timeout=500");

        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(StatusSchema.status(status.output())
                        .at("/databases/default/state")
                        .asString())
                .isEqualTo("UNREACHABLE");
    }

    @Test
    void severalDatabasesHaveAnEntryEach(TestDatabase database) {
        String[] status = {
            "migration",
            "status",
            "--json",
            "--migration.cli.context=full",
            "--test.url=" + database.url(),
            "--test.user=" + database.user(),
            "--test.password=" + database.password()
        };

        Result json = CommandLineIT.run(TwoDatabases.class, status);
        status[2] = "--check";
        Result lines = CommandLineIT.run(TwoDatabases.class, status);

        assertThat(json.exitCode()).isZero();
        assertThat(StatusSchema.status(json.output()).get("databases").propertyNames())
                .containsExactly("default", "orders", "invoices");
        assertThat(lines.exitCode()).isEqualTo(3);
        assertThat(lines.output())
                .startsWith("database  default\nstate     PENDING\n")
                .contains("\ndatabase  orders\nstate     PENDING\n")
                .contains("\ndatabase  invoices\nstate     PENDING\n");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class TwoDatabases {

        @Bean
        DataSource dataSource(
                @Value("${test.url}") String url,
                @Value("${test.user}") String user,
                @Value("${test.password}") String password) {
            return new DriverManagerDataSource(url, user, password);
        }

        @Bean
        Migrations orders(DataSource dataSource) {
            return named("orders", dataSource);
        }

        @Bean
        Migrations invoices(DataSource dataSource) {
            return named("invoices", dataSource);
        }

        private static Migrations named(String name, DataSource dataSource) {
            return Migrations.builder(dataSource)
                    .name(name)
                    .source(new ClasspathSource(TwoDatabases.class.getClassLoader(), "db/revisions"))
                    .build();
        }
    }

    @Test
    void aRevisionAndItsHistoryAreTheSameInBoth(TestDatabase database) throws Exception {
        command(database, "upgrade", "head");
        JsonNode endpoint = StatusSchema.revision(endpoint(database, "/" + HEAD));

        JsonNode shown =
                StatusSchema.each(command(database, "show", HEAD, "--json").output(), "revision");
        JsonNode listed =
                StatusSchema.each(command(database, "history", "--json").output(), "revision");
        JsonNode applied = StatusSchema.each(
                command(database, "history", "--applied", "--json").output(), "step");

        assertThat(endpoint.at("/upgrade").asString()).contains("ALTER TABLE note ADD COLUMN author");
        assertThat(endpoint.at("/history/0")).isEqualTo(applied.get(0));
        assertAgree(shown.get(0), endpoint);
        assertThat(shown.get(0).propertyNames()).contains("upgrade", "downgrade", "sql", "reversible");
        assertAgree(listed.get(0), endpoint);
        assertThat(listed.get(0).propertyNames()).doesNotContain("upgrade", "downgrade", "sql");
    }

    private static void assertAgree(JsonNode part, JsonNode whole) {
        part.properties()
                .forEach(property ->
                        assertThat(property.getValue()).as(property.getKey()).isEqualTo(whole.get(property.getKey())));
    }

    /** One after the other: both write to standard output. */
    private static String sameStatus(TestDatabase database, String... properties) throws Exception {
        JsonNode endpoint = StatusSchema.status(endpoint(database, "", properties));
        String[] arguments = new String[properties.length + 2];
        arguments[0] = "status";
        arguments[1] = "--json";
        System.arraycopy(properties, 0, arguments, 2, properties.length);
        JsonNode commandLine = StatusSchema.status(command(database, arguments).output());

        assertThat(commandLine.toPrettyString()).isEqualTo(endpoint.toPrettyString());
        return commandLine.at("/databases/default/state").asString();
    }

    private static String endpoint(TestDatabase database, String path, String... properties) throws Exception {
        String[] all = new String[properties.length + 2];
        all[0] = "--migration.auto-upgrade=false";
        all[1] = VERSION;
        System.arraycopy(properties, 0, all, 2, properties.length);
        try (RunningApplication application = RunningApplication.start(database, all)) {
            application.context();
            return application.get("/actuator/migrations" + path).body();
        }
    }

    private static Result command(TestDatabase database, String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "migration";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = VERSION;
        return CommandLineIT.run(NotesApplication.class, CommandLineIT.on(database, all));
    }
}
