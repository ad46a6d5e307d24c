package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.runner.TransactionScope;
import dev.athanor.migration.session.StatementLimits;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import dev.athanor.migration.testing.Traffic;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests a table under constant traffic while a revision that alters the table waits for a long transaction. */
@ExtendWith(PostgresExtension.class)
class TrafficIT {

    private static final Duration LONG_TRANSACTION = Duration.ofSeconds(5);
    private static final Duration LOCK_TIMEOUT = Duration.ofMillis(300);

    @Test
    void theLongestPauseOfTrafficStaysNearTheLockTimeout(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE orders (id int PRIMARY KEY, n int); INSERT INTO orders VALUES (1, 0)");

        Duration with = longestPause(database, "a1", "", new StatementLimits(LOCK_TIMEOUT, 50, null));
        Duration without = longestPause(database, "b1", "a1", new StatementLimits(Duration.ZERO, 0, null));

        System.out.printf(
                "ALTER TABLE behind a transaction of %d ms: longest pause of traffic %d ms with lock-timeout %d ms,"
                        + " %d ms without%n",
                LONG_TRANSACTION.toMillis(), with.toMillis(), LOCK_TIMEOUT.toMillis(), without.toMillis());
        assertThat(with).isLessThan(LOCK_TIMEOUT.multipliedBy(4));
        assertThat(without).isGreaterThan(with.multipliedBy(2));
    }

    private static Duration longestPause(TestDatabase database, String id, String revises, StatementLimits limits)
            throws Exception {
        Scripts scripts = Scripts.none().with("a1", "", "ALTER TABLE orders ADD COLUMN a1 int;", "SELECT 1;");
        if (!revises.isEmpty()) {
            scripts.with(id, revises, "ALTER TABLE orders ADD COLUMN " + id + " int;", "SELECT 1;");
        }
        Migrations migrations = TestMigrations.of(
                database,
                scripts,
                builder ->
                        builder.run(new RunSettings(TransactionScope.REVISION, Duration.ofSeconds(30), limits, null)));
        try (Connection report = database.dataSource().getConnection()) {
            Traffic traffic = Traffic.on(database, 3, 2);
            report.setAutoCommit(false);
            report.createStatement().execute("SELECT count(*) FROM orders");
            CompletableFuture<MigrationReport> run = CompletableFuture.supplyAsync(migrations::upgrade);
            Thread.sleep(LONG_TRANSACTION.toMillis());
            assertThat(run).isNotDone();
            report.rollback();
            assertThat(run.get(60, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.SUCCESS);
            return traffic.end();
        }
    }
}
