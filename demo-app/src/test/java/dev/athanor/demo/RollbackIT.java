package dev.athanor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A deployment that is rolled back: the old build as a process, on a schema that the newer one has upgraded. */
@ExtendWith(PostgresExtension.class)
class RollbackIT {

    @Test
    void theOldBuildStaysUpShowsAndTakesBackWhatTheNewerOneApplied(TestDatabase database, @TempDir Path folder)
            throws Exception {
        write(folder.resolve("old"), "a1", "");
        write(folder.resolve("new"), "a1", "");
        write(folder.resolve("new"), "b1", "a1");
        process(database, folder, "new").run(List.of("upgrade"));
        MigrationProcess old = process(database, folder, "old");

        assertThat(old.run(List.of("show", "b1")).output()).isEqualTo("""
                Rev: b1 (head)
                Parent: a1
                Path: %s/new/b1.sql (as stored in the history)

                    add b1

                -- @upgrade
                -- The history stores only downgrades.

                -- @downgrade
                DROP TABLE b1;

                """.formatted(folder));
        assertThat(old.run(List.of("downgrade", "a1", "--plan", "--verbose")).output())
                .isEqualTo("""
                downgrade a1: 1 step, from b1 to a1
                  downgrade b1 (add b1): update b1 to a1
                    1 of 1
                      DROP TABLE b1;
                """);
        theApplicationIsReady(database, folder);
        assertThat(old.run(List.of("downgrade", "a1")).exitCode()).isZero();
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("a1");
        assertThat(database.exists("b1")).isFalse();
    }

    private static void theApplicationIsReady(TestDatabase database, Path folder) throws Exception {
        try (DemoProcess demo = DemoProcess.start(
                List.of(),
                "--migration.locations=file:" + folder.resolve("old"),
                "--migration.java-packages=",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password())) {
            assertThat(demo.answers("/actuator/health/readiness", 200))
                    .as(demo.output())
                    .isTrue();
            assertThat(demo.body("/actuator/migrations")).contains("\"state\":\"AHEAD\"");
            assertThat(demo.body("/actuator/migrations/b1"))
                    .contains("DROP TABLE b1;", "\"reversible\":\"reversible\"");
            assertThat(demo.status("/actuator/migrations/nothere")).isEqualTo(404);
            assertThat(demo.post("/actuator/migrations")).isEqualTo(405);
            assertThat(demo.post("/actuator/migrations/b1")).isEqualTo(405);
        }
    }

    private static MigrationProcess process(TestDatabase database, Path folder, String build) {
        return new MigrationProcess(
                database,
                folder,
                Map.of("MIGRATION_LOCATIONS", "file:" + folder.resolve(build), "MIGRATION_JAVAPACKAGES", ""));
    }

    private static void write(Path folder, String id, String revises) throws Exception {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve(id + ".sql"),
                "-- add " + id + "\n--\n-- Revision ID: " + id + "\n-- Revises: " + revises
                        + "\n\n-- @upgrade\nCREATE TABLE " + id + " (id int);\n\n-- @downgrade\nDROP TABLE " + id
                        + ";\n");
    }
}
