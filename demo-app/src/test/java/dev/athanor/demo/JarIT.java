package dev.athanor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README's first command leads to, and what a broken script does to a real application. */
@ExtendWith(PostgresExtension.class)
class JarIT {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void reachesHeadOnAnEmbeddedDatabase(boolean ahead) throws Exception {
        try (DemoProcess demo = DemoProcess.start(List.of("-Dspring.aot.enabled=" + ahead))) {
            assertThat(demo.answers("/actuator/health/readiness", 200))
                    .as(demo.output())
                    .isTrue();

            assertThat(demo.body("/actuator/migrations"))
                    .contains("\"state\":\"AT_HEAD\"", "\"current\":[\"f93a2c6d0b71\"]", "\"pending\":[]")
                    .contains("\"revision\":\"4f6b0c2d8a17\"", "\"durationMillis\":");
            assertThat(demo.body("/actuator/migrations/b8f3160e7dc2"))
                    .contains("\"revises\":[\"7e20f8c3b95a\",\"62c7a0d94f1e\"]");
            assertThat(demo.status("/api/projects")).isEqualTo(200);
        }
    }

    @Test
    void aBrokenScriptStopsItAndTheMendedOneGoesOn(TestDatabase database, @TempDir Path revisions) throws Exception {
        Files.writeString(revisions.resolve("1.sql"), script("a1", "", "CREATE TABLE one (id int);"));
        Files.writeString(
                revisions.resolve("2.sql"), script("b1", "a1", "CREATE TABLE two (id int);\nCREATE TABEL x ();"));
        String[] arguments = {
            "--migration.locations=file:" + revisions,
            "--migration.java-packages=",
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password()
        };

        try (DemoProcess demo = DemoProcess.start(List.of(), arguments)) {
            assertThat(demo.exitCode()).isEqualTo(1);
            assertThat(demo.output()).contains("""
                            ***************************
                            APPLICATION FAILED TO START
                            ***************************

                            Description:

                            upgrade b1 (revision b1) failed at %s/2.sql:8, statement 2 of 2:
                                CREATE TABEL x ()
                            ERROR: syntax error at or near "TABEL"
                              Position: 8 (SQLState 42601)
                            The revision was rolled back: the database is at a1.

                            Action:

                            Correct the statement at or before the place that the server names (a server older than the syntax refuses it too: `SHOW server_version`), then start again; nothing of this revision was applied.
                            """.formatted(revisions)).doesNotContain("\tat dev.athanor");
        }
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("a1");
        assertThat(database.exists("one")).isTrue();
        assertThat(database.exists("two")).isFalse();

        Files.writeString(revisions.resolve("2.sql"), script("b1", "a1", "CREATE TABLE two (id int);"));
        try (DemoProcess demo = DemoProcess.start(List.of(), arguments)) {
            assertThat(demo.answers("/actuator/health/readiness", 200)).isTrue();
        }
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("b1");
        assertThat(database.exists("two")).isTrue();
    }

    private static String script(String id, String revises, String upgrade) {
        return "-- revision " + id + "\n--\n-- Revision ID: " + id + "\n-- Revises: " + revises + "\n\n-- @upgrade\n"
                + upgrade + "\n\n-- @downgrade irreversible\n";
    }
}
