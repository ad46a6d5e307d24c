package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.RunningApplication.Answer;
import dev.athanor.migration.lint.UpgradeRefusedException;
import dev.athanor.migration.source.FolderSource;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An application whose upgrade at start looks at its revisions first. */
@ExtendWith(PostgresExtension.class)
class UpgradeLintIT {

    private static final String REFUSE = "--migration.lint.upgrade=refuse";

    @TempDir
    private Path folder;

    /** The database has the first revision, and the second one is dangerous. */
    @BeforeEach
    void upgradeToTheFirst(TestDatabase database) throws IOException {
        write("a1", "", "CREATE TABLE orders (id int);");
        Migrations.builder(database.dataSource())
                .source(new FolderSource(folder))
                .build()
                .upgrade();
        write("b1", "a1", "ALTER TABLE orders ALTER id TYPE bigint;");
    }

    @Test
    void aRefusedUpgradeStopsTheStartBeforeAnythingIsChanged(TestDatabase database) throws Exception {
        RunningApplication application =
                RunningApplication.start(database, "--migration.locations=file:" + folder, REFUSE);

        assertThatThrownBy(application::context)
                .hasRootCauseInstanceOf(UpgradeRefusedException.class)
                .rootCause()
                .hasMessageContaining("error  ACCESS EXCLUSIVE on orders: writes the table anew");
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("a1");
    }

    @Test
    void anUnreadyApplicationMarksPendingRevisionsWithTheirWorstFinding(TestDatabase database) throws Exception {
        try (RunningApplication application = RunningApplication.start(
                database, "--migration.locations=file:" + folder, REFUSE, "--migration.on-failure=refuse-traffic")) {
            application.context();

            Answer json = application.get("/actuator/migrations");
            Answer page = application.get("/actuator/migrations", "text/html");

            assertThat(StatusSchema.status(json.body())
                            .at("/databases/default/pending/0/worstFinding")
                            .toString())
                    .isEqualTo(
                            "{\"rule\":\"rewrite\",\"severity\":\"error\",\"line\":7,\"message\":\"ACCESS EXCLUSIVE on"
                                    + " orders: writes the table anew; readers and writers wait.\"}");
            assertThat(page.body()).contains("<span class=\"chip lint-error\"").contains("error: rewrite</span>");
        }
    }

    @Test
    void aWarnedApplicationStartsUpgraded(TestDatabase database) throws Exception {
        try (RunningApplication application = RunningApplication.start(
                database, "--migration.locations=file:" + folder, "--migration.lint.upgrade=warn")) {
            application.context();

            assertThat(database.texts("SELECT version_num FROM migration_version"))
                    .containsExactly("b1");
        }
    }

    private void write(String id, String revises, String upgrade) throws IOException {
        Files.writeString(
                folder.resolve(id + ".sql"),
                "-- revision " + id + "\n--\n-- Revision ID: " + id + "\n-- Revises: " + revises + "\n\n-- @upgrade\n"
                        + upgrade + "\n-- @downgrade irreversible\n");
    }
}
