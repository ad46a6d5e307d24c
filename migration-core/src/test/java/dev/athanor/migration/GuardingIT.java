package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.plan.MigrationRequest;
import dev.athanor.migration.plan.StampMode;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.session.ClientName;
import dev.athanor.migration.session.HostName;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import dev.athanor.migration.validation.ValidationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests validate, repair, reset, and the other operations of the facade. */
@ExtendWith(PostgresExtension.class)
class GuardingIT {

    private static final Scripts LINE = Scripts.none().withTable("a1", "").withTable("b1", "a1");

    private static Scripts changed() {
        return Scripts.none()
                .withTable("a1", "")
                .with("b1", "a1", "CREATE TABLE t_b1 (id bigint);", "DROP TABLE t_b1;");
    }

    @Test
    void validateFindsEverythingAtOnce(TestDatabase database) {
        TestMigrations.of(database, LINE).upgrade();
        Scripts troubled = Scripts.none()
                .withTable("a1", "")
                .with("b1", "a1", "CREATE TABLE t_b1 (id bigint);", "DROP TABLE t_b1;")
                .with("c1", "b1", "CREATE TABLE t_c1 (id int);", "")
                .with("c2", Scripts.header("c2", "b1") + "-- @upgrade\nCREATE TABLE t_c2 (id int);\n");

        assertThat(TestMigrations.of(database, troubled).validate().findings())
                .extracting(finding -> finding.problem() + "\n" + finding.action())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo("db/revisions/c1.sql: the downgrade of revision c1 is empty, its upgrade is"
                                        + " not.\nWrite statements that take the upgrade back; `-- @downgrade nothing`"
                                        + " if it leaves the schema as it was; or `-- @downgrade irreversible` if there"
                                        + " is no way back."),
                        second -> assertThat(second)
                                .isEqualTo("db/revisions/c2.sql: revision c2 has no section `@downgrade`.\nWrite one;"
                                        + " `-- @downgrade nothing` if the upgrade leaves the schema as it was; or"
                                        + " `-- @downgrade irreversible` if there is no way back."),
                        third -> assertThat(third)
                                .isEqualTo("There are 2 heads: c1, c2.\nMerge them with `migration merge c1 c2`, or"
                                        + " keep them and upgrade to `heads`."),
                        fourth -> assertThat(fourth)
                                .startsWith("Revision b1 (revision b1) was applied and its script has been changed"
                                        + " since: db/revisions/b1.sql has checksum 1:"));
    }

    @Test
    void validateOfBrokenScriptsNamesFileAndLine(TestDatabase database) {
        Scripts broken = Scripts.none().with("a1", "nothere", "SELECT 'open;", "SELECT 1;");

        assertThat(TestMigrations.of(database, broken).validate().findings())
                .extracting(ValidationReport.Finding::problem)
                .containsExactly("db/revisions/a1.sql:7: A string has no closing apostrophe.");
        assertThat(TestMigrations.of(database, LINE).validate().valid()).isTrue();
    }

    @Test
    void repairAcceptsAChangedScriptAndSaysSoInTheHistory(TestDatabase database) {
        TestMigrations.of(database, LINE).upgrade();
        Migrations migrations = TestMigrations.of(database, changed());

        assertThat(migrations.repair())
                .extracting(script -> script.id().value())
                .containsExactly("b1");

        assertThat(migrations.upgrade().steps()).isEmpty();
        assertThat(migrations.repair()).isEmpty();
        assertThat(migrations.status().state()).isEqualTo(MigrationStatus.State.AT_HEAD);
        assertThat(database.texts("SELECT direction || ' ' || revision FROM migration_history ORDER BY id"))
                .containsExactly("upgrade a1", "upgrade b1", "repair b1");
    }

    @Test
    void resetIsRefusedUnlessAllowed(TestDatabase database) {
        TestMigrations.of(database, LINE).upgrade();
        database.execute("INSERT INTO t_a1 VALUES (1)");

        assertThatThrownBy(TestMigrations.of(database, LINE)::reset)
                .hasMessage("Reset is not allowed here: it would destroy what 2 revisions hold.\n"
                        + "In development, set migration.allow-reset=true and run it again.");
        assertThat(database.count("SELECT count(*) FROM t_a1")).isEqualTo(1);

        TestMigrations.of(database, LINE, builder -> builder.allowReset(true)).reset();
        assertThat(database.count("SELECT count(*) FROM t_a1")).isZero();
        assertThat(TestMigrations.of(database, LINE).schemaVersion()).isEqualTo("b1");
    }

    @Test
    void ensureVersionCreatesTheTablesOnly(TestDatabase database) {
        TestMigrations.of(database, LINE).ensureVersion();
        TestMigrations.of(database, LINE).ensureVersion();

        assertThat(database.exists("migration_version")).isTrue();
        assertThat(database.exists("migration_history")).isTrue();
        assertThat(database.exists("t_a1")).isFalse();
    }

    @Test
    void ensureMigratedUpgradesOrSaysWhyNot(TestDatabase database) {
        assertThat(TestMigrations.of(database, LINE).ensureMigrated().state()).isEqualTo(MigrationStatus.State.AT_HEAD);
        Scripts more = Scripts.none().withTable("a1", "").withTable("b1", "a1").with("c1", "b1", "SELEC 1;", "");

        assertThatThrownBy(TestMigrations.of(database, more)::ensureMigrated).hasMessageContaining("SELEC");
        assertThat(TestMigrations.of(database, LINE).schemaVersion()).isEqualTo("b1");
    }

    @Test
    void stampWithPurgeForgetsRowsThatNobodyKnows(TestDatabase database) {
        TestMigrations.of(database, LINE).ensureVersion();
        database.execute("INSERT INTO migration_version VALUES ('unknown1'), ('b1')");
        Migrations migrations = TestMigrations.of(database, LINE);

        assertThatThrownBy(() -> migrations.stamp("a1")).hasMessageContaining("unknown1");
        migrations.run(MigrationRequest.stamp("a1").withMode(StampMode.PURGE));

        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("a1");
    }

    @Test
    void theLockHolderCanBeAskedFor(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, LINE);

        assertThat(migrations.lockHolder()).isEmpty();
    }

    @Test
    void theHolderOfTheLockIsShownAsTheApplicationOnItsHost(TestDatabase database) {
        Scripts asks = Scripts.none()
                .with(
                        "a1",
                        "",
                        "CREATE TABLE seen AS SELECT application_name FROM pg_stat_activity WHERE pid = pg_backend_pid();",
                        "DROP TABLE seen;");
        String host = HostName.local().orElse("");

        TestMigrations.of(
                        database,
                        asks,
                        builder -> builder.run(RunSettings.defaults().withApplicationName("orders")))
                .upgrade();

        assertThat(database.texts("SELECT application_name FROM seen"))
                .containsExactly(new ClientName("orders", host).text());
        assertThat(database.texts("SELECT count(*)::text FROM pg_stat_activity WHERE application_name LIKE 'orders %'"))
                .containsExactly("0");
    }
}
