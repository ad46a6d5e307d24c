package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.StepReport;
import dev.athanor.migration.runner.TransactionScope;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long a run and its revisions took: one number in the report, which the log prints, the status and the history. */
@ExtendWith(PostgresExtension.class)
class DurationsIT {

    private static final Scripts SCRIPTS = Scripts.none()
            .with("a1", "", "CREATE TABLE a (id int); SELECT pg_sleep(0.05);", "DROP TABLE a;")
            .withTable("b1", "a1");

    @ParameterizedTest
    @EnumSource(TransactionScope.class)
    void reportStatusAndHistoryTellTheSame(TransactionScope scope, TestDatabase database) {
        Migrations migrations = TestMigrations.of(
                database, SCRIPTS, builder -> builder.run(TestMigrations.run(scope, Duration.ofSeconds(30))));

        check(database, migrations, migrations.upgrade());
        check(database, migrations, migrations.downgrade("base"));
    }

    @Test
    void alsoWhereEachStatementCommitsByItself(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .with(
                        "a1",
                        "-- Revision ID: a1\n\n-- @upgrade transaction=none\nCREATE TABLE a (id int);\n"
                                + "SELECT pg_sleep(0.05);\n\n-- @downgrade\nDROP TABLE a;\n");
        Migrations migrations = TestMigrations.of(database, scripts);

        check(database, migrations, migrations.upgrade());
    }

    @Test
    void alsoForAStampOfSeveral(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, SCRIPTS);

        MigrationReport report = migrations.stamp("heads");

        assertThat(migrations.status().lastRun().orElseThrow().duration()).isEqualTo(report.duration());
    }

    private static void check(TestDatabase database, Migrations migrations, MigrationReport report) {
        List<String> steps = report.steps().stream()
                .map(StepReport::duration)
                .map(Duration::toMillis)
                .map(Object::toString)
                .toList();
        MigrationStatus status = migrations.status();

        assertThat(database.texts("SELECT duration_ms::text FROM migration_history WHERE run_id = '" + report.runId()
                        + "' ORDER BY id"))
                .isEqualTo(steps);
        assertThat(status.lastRun().orElseThrow().duration()).isEqualTo(report.duration());
        assertThat(report.duration())
                .isEqualTo(report.steps().stream().map(StepReport::duration).reduce(Duration.ZERO, Duration::plus));
    }
}
