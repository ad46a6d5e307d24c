package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.source.FolderSource;
import dev.athanor.migration.standing.DivergedException;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.status.MigrationStatus.State;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import dev.athanor.migration.validation.ValidationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests that builds that have nothing in common with the database are never healthy. */
@ExtendWith(PostgresExtension.class)
class UnrelatedBuildIT {

    private static final Scripts LINE =
            Scripts.none().withTable("a1", "").withTable("b1", "a1").withTable("c1", "b1");

    @Test
    void aBuildWithoutRevisionsRefusesADatabaseThatHasSome(TestDatabase database, @TempDir Path folder)
            throws IOException {
        TestMigrations.of(database, LINE).upgrade();
        Path empty = Files.createDirectories(folder.resolve("db/revision"));
        Files.createDirectories(folder.resolve("db/revisions"));
        Files.writeString(
                folder.resolve("db/revisions/a1.sql"), LINE.files().get(0).text());
        Migrations build = Migrations.builder(database.dataSource())
                .source(new FolderSource(empty))
                .build();
        String refusal =
                "The database is at c1, and this build has no revision. It looked for revisions in file:" + empty
                        + ". Did you mean file:" + folder.resolve("db/revisions")
                        + "?\nCorrect migration.locations, or deploy the build that has the revisions.";

        MigrationStatus status = build.status();

        assertThat(status.state()).isEqualTo(State.DIVERGED);
        assertThat(status.summary() + "\n" + status.action()).isEqualTo(refusal);
        assertThatThrownBy(build::upgrade).isInstanceOf(DivergedException.class).hasMessage(refusal);
        assertThatThrownBy(() -> build.downgrade("base")).hasMessage(refusal);
        assertThatThrownBy(() -> build.downgrade("-1")).hasMessage(refusal);
        assertThatThrownBy(build::planUpgrade).hasMessage(refusal);
        assertThatThrownBy(build::ensureMigrated).hasMessage(refusal);
        assertThat(build.validate().findings())
                .extracting(finding -> finding.problem() + "\n" + finding.action())
                .contains(refusal);
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("c1");
        assertThat(database.exists("t_c1")).isTrue();
    }

    @Test
    void aBuildWithoutRevisionsIsNotUpOnAnEmptyDatabaseEither(TestDatabase database, @TempDir Path folder) {
        Migrations build = Migrations.builder(database.dataSource())
                .source(new FolderSource(folder))
                .build();
        String problem = "This build has no revision. It looked for revisions in file:" + folder + ".";

        assertThat(build.upgrade().steps()).isEmpty();
        assertThat(build.isAtHead(build.upgrade())).isFalse();
        MigrationStatus status = build.status();

        assertThat(status.state()).isEqualTo(State.NO_REVISIONS);
        assertThat(status.state().migrated()).isFalse();
        assertThat(status.summary()).isEqualTo(problem);
        assertThat(status.action())
                .isEqualTo("Write the first one with `migration revision -m \"…\"`, or correct migration.locations.");
        assertThat(build.validate().findings())
                .extracting(ValidationReport.Finding::problem)
                .containsExactly(problem);
    }

    @Test
    void aDatabaseIsOnlyAheadOfABuildThatSharesARevisionWithIt(TestDatabase database) {
        TestMigrations.of(database, LINE).upgrade();

        Map<String, Scripts> builds = Map.of(
                "other line", Scripts.none().withTable("x1", "").withTable("y1", "x1"),
                "other base beside a shared one",
                        Scripts.none().withTable("a1", "").withTable("x1", ""),
                "other branch of the shared base",
                        Scripts.none().withTable("a1", "").withTable("x1", "a1"));

        builds.forEach((name, scripts) -> {
            Migrations build = TestMigrations.of(database, scripts);
            assertThat(build.status().state()).as(name).isEqualTo(State.DIVERGED);
            assertThatThrownBy(build::upgrade).as(name).isInstanceOf(DivergedException.class);
        });
        assertThat(TestMigrations.of(database, Scripts.none().withTable("a1", ""))
                        .status()
                        .state())
                .isEqualTo(State.AHEAD);
    }

    @Test
    void aDatabaseIsNotAheadWhereTheHistoryDoesNotShowIt(TestDatabase database) {
        TestMigrations.of(database, LINE).upgrade();
        Migrations older = TestMigrations.of(database, Scripts.none().withTable("a1", ""));

        database.execute("DELETE FROM migration_history WHERE revision = 'b1'");
        assertThat(older.status().state()).isEqualTo(State.DIVERGED);

        database.execute("TRUNCATE migration_history");
        assertThat(older.status().state()).isEqualTo(State.DIVERGED);

        database.execute("DROP TABLE migration_history");
        assertThat(older.status().state()).isEqualTo(State.DIVERGED);
    }

    @Test
    void aLineOfItsOwnShowsNoNewerRelease(TestDatabase database) {
        Scripts older = Scripts.none().withTable("a1", "");
        TestMigrations.of(database, Scripts.none().withTable("a1", "").withTable("z1", ""))
                .upgrade();

        assertThat(TestMigrations.of(database, older).status().state()).isEqualTo(State.DIVERGED);
        assertThatThrownBy(TestMigrations.of(database, older)::upgrade).isInstanceOf(DivergedException.class);
    }

    @Test
    void aBaseThatDependsOnThisBuildDescendsFromIt(TestDatabase database) {
        Scripts older = Scripts.none().withTable("a1", "");
        TestMigrations.of(
                        database,
                        Scripts.none()
                                .withTable("a1", "")
                                .with(
                                        "z1",
                                        "-- z\n--\n-- Revision ID: z1\n-- Revises:\n-- Depends On: a1\n\n-- @upgrade\n"
                                                + "CREATE TABLE z ();\n\n-- @downgrade\nDROP TABLE z;\n"))
                .upgrade();

        assertThat(TestMigrations.of(database, older).status().state()).isEqualTo(State.AHEAD);
    }

    @Test
    void rowsThatWereOnlyStampedAreJudgedAlike(TestDatabase database, @TempDir Path folder) {
        TestMigrations.of(database, LINE).stamp("c1");

        assertThat(TestMigrations.of(database, Scripts.none().withTable("a1", ""))
                        .status()
                        .state())
                .isEqualTo(State.AHEAD);
        assertThat(Migrations.builder(database.dataSource())
                        .source(new FolderSource(folder))
                        .build()
                        .status()
                        .state())
                .isEqualTo(State.DIVERGED);
    }
}
