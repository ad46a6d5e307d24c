package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.runner.MigrationFailedException;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.runner.TransactionScope;
import dev.athanor.migration.session.StatementLimits;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Tests revisions that need locks which other sessions hold. */
@ExtendWith(PostgresExtension.class)
class LockTimeoutIT {

    private static final Scripts ALTER = Scripts.none()
            .with("a1", "", "ALTER TABLE busy ADD COLUMN more int;", "ALTER TABLE busy DROP COLUMN more;");

    @ParameterizedTest
    @EnumSource
    void aLockThatIsFreedInTimeIsWaitedForInTurns(TransactionScope scope, TestDatabase database) throws Exception {
        database.execute("CREATE TABLE busy (id int)");
        MigrationReport report;
        try (Connection reader = reader(database)) {
            CompletableFuture<MigrationReport> run =
                    run(migrations(database, ALTER, scope, limits(Duration.ofMillis(200), 20)));
            Thread.sleep(1_000);
            reader.rollback();
            report = run.get(30, TimeUnit.SECONDS);
        }

        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(report.steps()).hasSize(1);
        assertThat(report.steps().get(0).attempts()).isBetween(2, 6);
        assertThat(database.texts("SELECT revision || ' ' || outcome FROM migration_history"))
                .containsExactly("a1 success");
    }

    @ParameterizedTest
    @EnumSource
    void aLockThatIsNotFreedFailsAndNamesWhoHoldsIt(TransactionScope scope, TestDatabase database) throws Exception {
        database.execute("CREATE TABLE busy (id int)");
        Migrations migrations = migrations(database, ALTER, scope, limits(Duration.ofMillis(400), 1));

        MigrationFailedException failure;
        try (Connection reader = reader(database)) {
            failure = catchThrowableOfType(MigrationFailedException.class, migrations::upgrade);
            reader.rollback();
        }

        String rolledBack = scope == TransactionScope.SINGLE ? "The whole run" : "The revision";
        assertThat(failure.getMessage())
                .matches("(?s)upgrade a1 \\(revision a1\\) failed at db/revisions/a1\\.sql:7, statement 1 of 1:\n"
                        + "    ALTER TABLE busy ADD COLUMN more int\n"
                        + "ERROR: canceling statement due to lock timeout \\(SQLState 55P03\\)\n"
                        + "It was tried 2 times\\.\n"
                        + "It waited for a lock on busy, held by pid \\d+ \\(user " + database.user()
                        + ", application '[^']+', idle in transaction, in a transaction for \\d+ s\\):"
                        + " SELECT count\\(\\*\\) FROM busy\n"
                        + rolledBack + " was rolled back: the database is at base\\.\n"
                        + "Let the sessions that hold the lock end, or give it more time with migration\\.lock-retries or"
                        + " migration\\.lock-timeout, then start again; nothing of this revision was applied\\.");
        assertThat(failure.report().steps().get(0).attempts()).isEqualTo(2);
        assertThat(migrations.upgrade().outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void aPoolOfOneConnectionKnowsNoNamesAndIsNotDelayed(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE busy (id int)");
        Migrations migrations = Migrations.builder(new OneConnection(database))
                .source(ALTER::files)
                .run(new RunSettings(
                        TransactionScope.REVISION, Duration.ofSeconds(30), limits(Duration.ofMillis(300), 1), null))
                .build();

        try (Connection reader = reader(database)) {
            assertThatThrownBy(migrations::upgrade)
                    .hasMessageContaining("It was tried 2 times.\nThe revision was rolled back");
            reader.rollback();
        }
    }

    /**
     * Represents a pool whose only connection is in use: a request waits for the connection until its thread is
     * interrupted.
     */
    private static final class OneConnection extends AbstractDataSource {

        private final TestDatabase database;
        private final Semaphore connections = new Semaphore(1);

        OneConnection(TestDatabase database) {
            this.database = database;
        }

        @Override
        public Connection getConnection() throws SQLException {
            try {
                connections.acquire();
                return database.dataSource().getConnection();
            } catch (InterruptedException e) {
                throw new SQLTransientConnectionException(e);
            }
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }

    @Test
    void aScriptThatSetsLockTimeoutItselfIsTakenAtItsWord(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE busy (id int)");
        Scripts own = Scripts.none()
                .with("a1", "", "SET LOCAL lock_timeout = '50ms';\nALTER TABLE busy ADD COLUMN x int;", "SELECT 1;");

        try (Connection reader = reader(database)) {
            MigrationFailedException failure =
                    catchThrowableOfType(MigrationFailedException.class, TestMigrations.of(database, own)::upgrade);
            assertThat(failure.report().steps().get(0).attempts()).isEqualTo(1);
            reader.rollback();
        }
    }

    @Test
    void aDeadlockIsTriedAgain(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE one (id int); CREATE TABLE two (id int)");
        Scripts scripts = Scripts.none()
                .with(
                        "a1",
                        "",
                        "LOCK TABLE one;\nSELECT pg_sleep(0.6);\nSET LOCAL deadlock_timeout = '100ms';\n"
                                + "ALTER TABLE two ADD COLUMN x int;",
                        "SELECT 1;");
        try (Connection other = database.dataSource().getConnection()) {
            other.setAutoCommit(false);
            execute(other, "SET LOCAL deadlock_timeout = '20s'");
            execute(other, "LOCK TABLE two");
            CompletableFuture<MigrationReport> run =
                    run(migrations(database, scripts, TransactionScope.REVISION, limits(Duration.ofSeconds(10), 3)));
            Thread.sleep(300);
            execute(other, "LOCK TABLE one");
            other.commit();

            assertThat(run.get(30, TimeUnit.SECONDS).steps().get(0).attempts()).isEqualTo(2);
        }
    }

    @Test
    void aStatementThatTakesTooLongIsEnded(TestDatabase database) {
        Scripts slow = Scripts.none().with("a1", "", "SELECT pg_sleep(10);", "SELECT 1;");
        StatementLimits limits = new StatementLimits(Duration.ofSeconds(3), 3, Duration.ofMillis(200));

        assertThatThrownBy(migrations(database, slow, TransactionScope.REVISION, limits)::upgrade)
                .hasMessage("upgrade a1 (revision a1) failed at db/revisions/a1.sql:7, statement 1 of 1:\n"
                        + "    SELECT pg_sleep(10)\n"
                        + "ERROR: canceling statement due to statement timeout (SQLState 57014)\n"
                        + "The revision was rolled back: the database is at base.\n"
                        + "Give it more time with migration.statement-timeout, or split it into smaller steps, then"
                        + " start again; nothing of this revision was applied.");
    }

    @Test
    void withoutALockTimeoutTheServersOwnHolds(TestDatabase database) {
        database.execute("ALTER DATABASE " + database.name() + " SET lock_timeout = '7s'");
        Scripts show = Scripts.none()
                .with("a1", "", "CREATE TABLE seen AS SELECT current_setting('lock_timeout') AS t;", "SELECT 1;");

        migrations(database, show, TransactionScope.REVISION, limits(Duration.ZERO, 3))
                .upgrade();

        assertThat(database.texts("SELECT t FROM seen")).containsExactly("7s");
    }

    @Test
    void aConcurrentBuildHasNoLimitsAndWaitsForAReader(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE busy (id int)");
        Scripts build = Scripts.none()
                .with(
                        "a1",
                        Scripts.header("a1", "")
                                + "-- @upgrade transaction=none\nCREATE INDEX CONCURRENTLY i ON busy (id);\n"
                                + "CREATE TABLE seen AS SELECT current_setting('lock_timeout') AS t;\n"
                                + "-- @downgrade irreversible\n");
        StatementLimits limits = new StatementLimits(Duration.ofMillis(100), 0, Duration.ofMillis(300));
        try (Connection reader = reader(database)) {
            CompletableFuture<MigrationReport> run =
                    run(migrations(database, build, TransactionScope.REVISION, limits));
            Thread.sleep(900);
            assertThat(run).isNotDone();
            reader.rollback();
            run.get(30, TimeUnit.SECONDS);
        }

        assertThat(database.texts("SELECT indisvalid::text FROM pg_index WHERE indexrelid = 'i'::regclass"))
                .containsExactly("true");
        assertThat(database.texts("SELECT t FROM seen")).containsExactly("100ms");
    }

    @Test
    void concurrentBuildsOfTwoTenantsDoNotBlockEachOther(TestDatabase database) throws Exception {
        Scripts scripts = Scripts.none()
                .withTable("a1", "")
                .with(
                        "b1",
                        Scripts.header("b1", "a1")
                                + "-- @upgrade transaction=none\nCREATE INDEX CONCURRENTLY i ON t_a1 (id);\n"
                                + "-- @downgrade irreversible\n");
        CompletableFuture<MigrationReport> one = run(tenant(database, scripts, "one"));
        CompletableFuture<MigrationReport> two = run(tenant(database, scripts, "two"));

        assertThat(one.get(30, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(two.get(30, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(database.count(
                        "SELECT count(*) FROM pg_index WHERE indisvalid AND indexrelid::regclass::text ~ '\\.i$'"))
                .isEqualTo(2);
    }

    private static Migrations tenant(TestDatabase database, Scripts scripts, String schema) {
        return TestMigrations.of(
                database, scripts, builder -> builder.tables(new Tables(schema, "versions", "history")));
    }

    private static StatementLimits limits(Duration lockTimeout, int retries) {
        return new StatementLimits(lockTimeout, retries, null);
    }

    private static Migrations migrations(
            TestDatabase database, Scripts scripts, TransactionScope scope, StatementLimits limits) {
        return TestMigrations.of(
                database,
                scripts,
                builder -> builder.run(new RunSettings(scope, Duration.ofSeconds(30), limits, null)));
    }

    private static CompletableFuture<MigrationReport> run(Migrations migrations) {
        return CompletableFuture.supplyAsync(migrations::upgrade);
    }

    /** Opens a transaction that has read the table and stays open. */
    private static Connection reader(TestDatabase database) throws SQLException {
        Connection reader = database.dataSource().getConnection();
        reader.setAutoCommit(false);
        execute(reader, "SELECT count(*) FROM busy");
        return reader;
    }

    private static void execute(Connection connection, @Nullable String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
