package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.runner.MigrationFailedException;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.TransactionScope;
import dev.athanor.migration.testing.CuttingProxy;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests connections that are lost, or ended on purpose, at a chosen place. */
@ExtendWith(PostgresExtension.class)
class LostConnectionIT {

    /** Defines a revision whose COMMIT takes a second. */
    private static final Scripts SLOW_COMMIT = Scripts.none()
            .with(
                    "a1",
                    "",
                    "CREATE TABLE a (id int PRIMARY KEY);\nCREATE TABLE b (id int REFERENCES a DEFERRABLE INITIALLY"
                            + " DEFERRED);\nCREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN"
                            + " PERFORM pg_sleep(1); RETURN NULL; END';\nCREATE CONSTRAINT TRIGGER d AFTER INSERT ON"
                            + " a DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow();\n"
                            + "INSERT INTO a VALUES (1);",
                    "SELECT 1;");

    private static final String RECORDED = "SELECT revision || ' ' || outcome FROM migration_history ORDER BY id";

    @Test
    void aBackendThatIsKilledDuringAStatementLeavesTheRevisionsBefore(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .withTable("a1", "")
                .with(
                        "b1",
                        "a1",
                        "CREATE TABLE b (id int);\nSELECT pg_terminate_backend(pg_backend_pid());",
                        "SELECT 1;");

        MigrationFailedException failure =
                catchThrowableOfType(MigrationFailedException.class, TestMigrations.of(database, scripts)::upgrade);

        assertThat(failure.getMessage())
                .isEqualTo("upgrade b1 (revision b1) failed at db/revisions/b1.sql:8, statement 2 of 2:\n"
                        + "    SELECT pg_terminate_backend(pg_backend_pid())\n"
                        + "FATAL: terminating connection due to administrator command (SQLState 57P01)\n"
                        + "The connection was lost, and nothing of the revision was committed: the database is at a1.\n"
                        + "Find out in the server's log why it ended the connection, then start again; nothing of this"
                        + " revision was applied.");
        assertThat(failure.report().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(database.texts(RECORDED)).containsExactly("a1 success", "b1 failed");
    }

    @Test
    void aBackendThatIsKilledAtCommitLeavesTheRevisionsBefore(TestDatabase database) {
        database.execute("CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END'");
        Scripts scripts = Scripts.none()
                .with(
                        "a1",
                        "",
                        "CREATE TABLE a (id int);\nCREATE CONSTRAINT TRIGGER d AFTER INSERT ON a DEFERRABLE INITIALLY"
                                + " DEFERRED FOR EACH ROW EXECUTE FUNCTION die();\nINSERT INTO a VALUES (1);",
                        "SELECT 1;");

        for (TransactionScope scope : TransactionScope.values()) {
            Migrations migrations = TestMigrations.of(
                    database, scripts, builder -> builder.run(TestMigrations.run(scope, Duration.ofSeconds(30))));
            Assertions.assertThatThrownBy(migrations::upgrade)
                    .hasMessageStartingWith("upgrade a1 (revision a1) failed after its last statement: FATAL:"
                            + " terminating connection due to administrator command\n"
                            + "The connection was lost, and nothing of the "
                            + (scope == TransactionScope.SINGLE ? "run" : "revision")
                            + " was committed: the database is at base.");
            assertThat(database.exists("a")).isFalse();
        }
    }

    @Test
    void aCommitWhoseAnswerIsLostIsFoundAndTheRunGoesOn(TestDatabase database) throws Exception {
        for (TransactionScope scope : TransactionScope.values()) {
            Scripts scripts = Scripts.none()
                    .withTable("a1" + scope.ordinal(), "")
                    .withTable("b1" + scope.ordinal(), "a1" + scope.ordinal());
            database.execute("DROP TABLE IF EXISTS migration_version, migration_history");
            boolean found = false;
            try (CuttingProxy proxy = new CuttingProxy(database)) {
                for (int message = 1; !found; message++) {
                    database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
                    proxy.cutAt(message, CuttingProxy.Moment.AFTER);
                    MigrationReport report = report(TestMigrations.of(
                            proxy.through(),
                            scripts,
                            builder -> builder.run(TestMigrations.run(scope, Duration.ofSeconds(30)))));
                    found = report != null && report.steps().size() == 2;
                    assertThat(proxy.messages()).isGreaterThanOrEqualTo(message);
                }
            }

            assertThat(database.texts("SELECT outcome FROM migration_history")).containsExactly("success", "success");
        }
    }

    private static @org.jspecify.annotations.Nullable MigrationReport report(Migrations migrations) {
        try {
            return migrations.upgrade();
        } catch (MigrationException e) {
            return null;
        }
    }

    @Test
    void whatCannotBeLookedUpIsCalledUnknown(TestDatabase database) throws Exception {
        CuttingProxy proxy = new CuttingProxy(database);

        MigrationFailedException failure = lostAtCommit(database, proxy, proxy::close);

        assertThat(failure)
                .hasMessageEndingWith(
                        "The connection was lost, and no other could be had to look: whether this"
                                + " revision was committed is not known.\n"
                                + "Start again: the next run looks at the version table and continues from what was committed.");
        assertIsTakenAsCommitted(failure, database);
    }

    @Test
    void whatIsStillBeingCommittedIsNotCalledFailed(TestDatabase database) throws Exception {
        try (CuttingProxy proxy = new CuttingProxy(database)) {
            assertIsTakenAsCommitted(lostAtCommit(database, proxy, proxy::cut), database);
        }
    }

    private static void assertIsTakenAsCommitted(MigrationFailedException failure, TestDatabase database) {
        assertThat(failure.report().steps()).extracting(step -> step.outcome()).containsExactly(Outcome.UNKNOWN);
        TestMigrations.of(database, SLOW_COMMIT).upgrade();
        assertThat(database.texts(RECORDED)).containsExactly("a1 success");
    }

    private interface Cut {
        void run() throws IOException;
    }

    private static MigrationFailedException lostAtCommit(TestDatabase database, CuttingProxy proxy, Cut cut)
            throws Exception {
        Migrations migrations = TestMigrations.of(
                proxy.through(),
                SLOW_COMMIT,
                builder -> builder.run(TestMigrations.run(TransactionScope.REVISION, Duration.ofMillis(500))));
        CompletableFuture<MigrationReport> run = CompletableFuture.supplyAsync(migrations::upgrade);
        while (database.count("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '/* upgrade a1%' AND wait_event ="
                        + " 'PgSleep' AND datname = current_database()")
                == 0) {
            Thread.sleep(20);
        }
        cut.run();

        CompletionException failure = catchThrowableOfType(CompletionException.class, run::join);

        return (MigrationFailedException) failure.getCause();
    }

    @Test
    void closingCancelsTheStatementThatRuns(TestDatabase database) throws Exception {
        Scripts scripts = Scripts.none().with("a1", "", "SELECT pg_sleep(30);", "SELECT 1;");
        Migrations migrations = TestMigrations.of(database, scripts);
        CompletableFuture<MigrationReport> run = CompletableFuture.supplyAsync(migrations::upgrade);
        while (database.count(
                        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '/* upgrade a1%' AND wait_event = 'PgSleep'")
                == 0) {
            Thread.sleep(20);
        }

        long begun = System.nanoTime();
        migrations.close();

        assertThat(run).failsWithin(Duration.ofSeconds(4));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        CompletionException failure = catchThrowableOfType(CompletionException.class, run::join);
        assertThat(failure.getCause())
                .hasMessage("upgrade a1 (revision a1) failed at db/revisions/a1.sql:7, statement 1 of 1:\n"
                        + "    SELECT pg_sleep(30)\n"
                        + "ERROR: canceling statement due to user request (SQLState 57014)\n"
                        + "The revision was rolled back: the database is at base.\n"
                        + "The migration was cancelled because the application is shutting down. Start again; nothing of this revision"
                        + " was applied.");
        Assertions.assertThatThrownBy(migrations::upgrade)
                .hasMessage("The migration was cancelled: the application is shutting down.\n"
                        + "Start again: the next run continues from here.");
    }
}
