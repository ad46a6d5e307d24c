package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.status.MigrationStatus.RunInProgress;
import dev.athanor.migration.status.MigrationStatus.StatementActivity;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what a status says about a run in progress, and about a run in another process. */
@ExtendWith(PostgresExtension.class)
class ActivityIT {

    private static final Scripts SLOW_INDEX = slowIndex("");

    private static Scripts slowIndex(String option) {
        return Scripts.none()
                .with(
                        "a1",
                        "",
                        "CREATE TABLE t (x int);\nINSERT INTO t SELECT generate_series(1, 400);",
                        "DROP TABLE t;")
                .with("b2", Scripts.header("b2", "a1") + "-- @upgrade" + option + """

                        CREATE FUNCTION slow(x int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS
                          'BEGIN PERFORM pg_sleep(0.01); RETURN x; END';
                        CREATE INDEX slow_index ON t (slow(x));

                        -- @downgrade
                        DROP FUNCTION slow CASCADE;
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " transaction=none"})
    void namesTheStatementAndHowFarItsIndexIs(String option, TestDatabase database) {
        StatementActivity statement = whileTheIndexIsBuilt(database, slowIndex(option));

        assertThat(statement.number()).isEqualTo(2);
        assertThat(statement.line()).isEqualTo(9);
        assertThat(statement.statements()).isEqualTo(2);
    }

    private static StatementActivity whileTheIndexIsBuilt(TestDatabase database, Scripts scripts) {
        Migrations migrations = TestMigrations.of(database, scripts);
        CompletableFuture<MigrationReport> run = CompletableFuture.supplyAsync(migrations::upgrade);

        MigrationStatus status = waitFor(migrations, seen -> seen.running()
                .flatMap(RunInProgress::statement)
                .flatMap(StatementActivity::indexBuild)
                .isPresent());

        RunInProgress running = status.running().orElseThrow();
        StatementActivity statement = running.statement().orElseThrow();
        assertThat(running.revisions()).containsExactly(new RevisionId("b2"));
        assertThat(statement.waitsFor()).isNull();
        assertThat(statement.running()).isPositive();
        assertThat(statement.indexBuild().orElseThrow().phase()).startsWith("building index");
        assertThat(run.join().outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(migrations.status().running()).isEmpty();
        return statement;
    }

    @Test
    void saysWhatAStatementWaitsForWithoutTheOthersQueries(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE busy (x int)");
        Migrations migrations =
                TestMigrations.of(database, Scripts.none().with("a1", "", "ALTER TABLE busy ADD COLUMN y int;", ""));
        CompletableFuture<MigrationReport> run;
        try (Connection other = database.dataSource().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE busy /* a secret */");
            run = CompletableFuture.supplyAsync(migrations::upgrade);

            MigrationStatus status = waitFor(migrations, seen -> seen.running()
                    .flatMap(RunInProgress::statement)
                    .filter(statement -> statement.waitsFor() != null)
                    .isPresent());

            assertThat(status.running().orElseThrow().statement().orElseThrow().waitsFor())
                    .startsWith("a lock on busy, held by pid ")
                    .contains("(user " + database.user() + ", application '", "idle in transaction")
                    .doesNotContain("secret");
        }
        assertThat(run.join().outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void namesTheOtherProcessThatMigrates(TestDatabase database) {
        Migrations migrating = TestMigrations.of(database, SLOW_INDEX);
        Migrations watching = TestMigrations.of(database, SLOW_INDEX);
        CompletableFuture<MigrationReport> run = CompletableFuture.supplyAsync(migrating::upgrade);

        MigrationStatus status = waitFor(
                watching,
                seen -> seen.lockHolder().isPresent() && !seen.applied().isEmpty());

        assertThat(status.state()).isEqualTo(MigrationStatus.State.PENDING);
        assertThat(status.summary())
                .startsWith("1 revision is pending: b2. A migration is running: pid ")
                .endsWith(" holds the migration lock.");
        assertThat(status.action()).isEqualTo("Wait until that migration ends.");
        run.join();
        assertThat(watching.status().lockHolder()).isEmpty();
    }

    @Test
    void holdsTheLatestOfTheHistoryNewestFirst(TestDatabase database) {
        Migrations migrations =
                TestMigrations.of(database, Scripts.none().withTable("a1", "").withTable("b2", "a1"));
        migrations.upgrade();
        migrations.downgrade("a1");

        assertThat(migrations.status().history())
                .extracting(entry -> entry.direction().word() + " " + entry.revision())
                .containsExactly("downgrade b2", "upgrade b2", "upgrade a1");
    }

    private static MigrationStatus waitFor(Migrations migrations, Predicate<MigrationStatus> wanted) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        MigrationStatus status = migrations.status();
        while (!wanted.test(status) && System.nanoTime() < deadline) {
            pause();
            status = migrations.status();
        }
        assertThat(status).matches(wanted);
        return status;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
