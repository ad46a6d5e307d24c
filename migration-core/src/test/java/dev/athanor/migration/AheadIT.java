package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.plan.DowngradeRefusedException;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests an old build with revisions that a newer one has applied, and taking them back with the downgrades that the
 * history stores.
 */
@ExtendWith(PostgresExtension.class)
class AheadIT {

    private static final Scripts OLD = Scripts.none().withTable("a1", "");
    private static final Scripts NEW = Scripts.none()
            .withTable("a1", "")
            .with(
                    "b1",
                    Scripts.header("b1", "a1") + "-- @upgrade\nCREATE TABLE t_b1 (id int);\n\n"
                            + "-- @downgrade transaction=none\n-- gently\nDROP TABLE t_b1;\nVACUUM t_a1;\n")
            .withTable("c1", "b1")
            .withTable("c2", "b1")
            .with("d1", "c1, c2", "COMMENT ON TABLE t_a1 IS 'merged; really';", "COMMENT ON TABLE t_a1 IS NULL;");

    @Test
    void anOldBuildTakesBackWhatANewerOneApplied(TestDatabase database) {
        Migrations old = TestMigrations.of(database, OLD);
        old.upgrade();
        List<String> before = CatalogSnapshot.of(database);
        TestMigrations.of(database, NEW).upgrade();

        assertThat(old.planDowngrade("a1").toString()).isEqualTo("""
                        downgrade a1: 4 steps, from d1 to a1; it removes d1, c1, c2, b1 and leaves a1
                          downgrade d1 (revision d1): insert c1, update d1 to c2
                          downgrade c1 (revision c1): delete c1
                          downgrade c2 (revision c2): update c2 to b1
                          downgrade b1 (revision b1): update b1 to a1""");
        old.downgrade("a1");

        assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("a1");
        assertThat(old.status().state()).isEqualTo(MigrationStatus.State.AT_HEAD);
        assertThat(database.texts("SELECT direction || ' ' || revision || ' ' || outcome || ' ' || script"
                        + " FROM migration_history WHERE direction = 'downgrade' ORDER BY id"))
                .containsExactly(
                        "downgrade d1 success db/revisions/d1.sql (as stored in the history)",
                        "downgrade c1 success db/revisions/c1.sql (as stored in the history)",
                        "downgrade c2 success db/revisions/c2.sql (as stored in the history)",
                        "downgrade b1 success db/revisions/b1.sql (as stored in the history)");
    }

    @Test
    void afterwardsTheNewerBuildUpgradesAgain(TestDatabase database) {
        TestMigrations.of(database, NEW).upgrade();
        List<String> head = CatalogSnapshot.of(database);
        TestMigrations.of(database, OLD).downgrade("a1");

        TestMigrations.of(database, NEW).upgrade();

        assertThat(CatalogSnapshot.of(database)).isEqualTo(head);
        assertThat(TestMigrations.of(database, NEW).status().state()).isEqualTo(MigrationStatus.State.AT_HEAD);
        TestMigrations.of(database, OLD).downgrade("base");
        assertThat(database.exists("t_a1")).isFalse();
        assertThat(database.texts("SELECT version_num FROM migration_version")).isEmpty();
    }

    @Test
    void targetsAreThoseOfTheWholeGraph(TestDatabase database) {
        TestMigrations.of(database, NEW).upgrade();
        Migrations old = TestMigrations.of(database, OLD);

        old.downgrade("b1");
        assertThat(old.status().state()).isEqualTo(MigrationStatus.State.AHEAD);
        assertThat(old.downgrade("-1").after()).hasToString("a1");
    }

    @Test
    void aheadSaysHowToGoBack(TestDatabase database) {
        TestMigrations.of(database, NEW).upgrade();

        MigrationStatus status = TestMigrations.of(database, OLD).status();

        assertThat(status.state()).isEqualTo(MigrationStatus.State.AHEAD);
        assertThat(status.action())
                .isEqualTo(
                        "No action is needed while the newer release rolls out. After a rolled-back deployment, `migration"
                                + " downgrade a1` takes the schema back, with the downgrades that the history stores.");
    }

    @Test
    void whatHasNoWayBackIsRefusedBeforeAnythingIsTouched(TestDatabase database) {
        Scripts newer = Scripts.none()
                .withTable("a1", "")
                .with(
                        "b1",
                        Scripts.header("b1", "a1") + "-- @upgrade\nCREATE TABLE t_b1 ();\n-- @downgrade irreversible\n")
                .with("c1", Scripts.header("c1", "b1") + "-- @upgrade\nCREATE TABLE t_c1 ();\n")
                .withTable("d1", "c1");
        TestMigrations.of(database, newer).upgrade();
        List<String> before = CatalogSnapshot.of(database);

        assertThatThrownBy(() -> TestMigrations.of(database, OLD).downgrade("a1"))
                .isInstanceOf(DowngradeRefusedException.class)
                .hasMessage("""
                        Of 3 revisions to take down, 2 cannot be, so nothing was touched:
                          c1 has no `-- @downgrade` section (db/revisions/c1.sql (as stored in the history)),
                          b1 is marked irreversible (db/revisions/b1.sql (as stored in the history)).
                        Stop above c1 with `migration downgrade c1`, write their downgrades and accept the changed scripts\
                         with `migration repair`, or restore a backup; `migration stamp <revision>` changes only the version table.""");
        assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
        assertThat(TestMigrations.of(database, OLD).downgrade("c1").after()).hasToString("c1");
    }

    @Test
    void aStoredDowngradeThatSomebodyHasSpoiltIsRefused(TestDatabase database) {
        TestMigrations.of(database, NEW).upgrade();
        database.execute("UPDATE migration_history SET downgrade_script = '-- @downgrade\nSELECT ''open' WHERE"
                + " revision = 'c1'");

        assertThatThrownBy(() -> TestMigrations.of(database, OLD).downgrade("a1"))
                .hasMessage("""
                        Of 4 revisions to take down, 1 cannot be, so nothing was touched:
                          c1 has a downgrade that cannot be read: db/revisions/c1.sql (as stored in the history):7: A\
                         string has no closing apostrophe. Close it with '; an apostrophe inside a string is written\
                         twice, or with a backslash in an E'…' string.
                        Stop above c1 with `migration downgrade c1`, write its downgrade and accept the changed script with `migration repair`, or restore a backup;\
                         `migration stamp <revision>` changes only the version table.""");
        assertThat(database.exists("t_c1")).isTrue();
        assertThat(TestMigrations.of(database, OLD).status().state()).isEqualTo(MigrationStatus.State.AHEAD);
    }

    @Test
    void aFailureNamesTheStoredLine(TestDatabase database) {
        TestMigrations.of(database, NEW).upgrade();
        database.execute("CREATE VIEW v AS SELECT * FROM t_c2");

        assertThatThrownBy(() -> TestMigrations.of(database, OLD).downgrade("a1"))
                .hasMessageStartingWith(
                        "downgrade c2 (revision c2) failed at db/revisions/c2.sql (as stored in the history):7, statement 1 of 1:\n    DROP TABLE t_c2\nERROR: cannot drop table t_c2 because other"
                                + " objects depend on it");
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("c2");
    }

    @Test
    void aRememberedRevisionIsShownWithItsDowngrade(TestDatabase database) {
        TestMigrations.of(database, NEW).upgrade();

        assertThat(TestMigrations.of(database, OLD).remembered("b1")).hasValueSatisfying(script -> {
            assertThat(script.message()).isEqualTo("revision b1");
            assertThat(script.file().text()).isEqualTo("""
                            -- Revision ID: b1

                            -- @upgrade
                            -- The history stores only downgrades.

                            -- @downgrade transaction=none
                            -- gently
                            DROP TABLE t_b1;
                            VACUUM t_a1;
                            """);
        });
        assertThat(TestMigrations.of(database, OLD).remembered("a1")).isEmpty();
        assertThat(TestMigrations.of(database, OLD).remembered("nothere")).isEmpty();
    }

    @Test
    void branchLabelsAndDependenciesAreRemembered(TestDatabase database) {
        Scripts newer = Scripts.none()
                .withTable("a1", "")
                .with("s1", "-- Revision ID: s1\n-- Branch Labels: search\n-- @upgrade\n-- @downgrade\n")
                .with("b1", "-- Revision ID: b1\n-- Revises: a1\n-- Depends On: search\n-- @upgrade\n-- @downgrade\n");
        TestMigrations.of(database, newer).upgrade();
        Migrations old = TestMigrations.of(database, OLD);

        assertThat(old.status().state()).isEqualTo(MigrationStatus.State.AHEAD);
        assertThat(old.downgrade("search@base").after()).hasToString("a1");
    }

    @Test
    void aLabelThatTheOldBuildGivesToAnotherRevisionStaysThatOnes(TestDatabase database) {
        Scripts newer = Scripts.none()
                .withTable("a1", "")
                .with("b1", "-- Revision ID: b1\n-- Revises: a1\n-- Branch Labels: main\n-- @upgrade\n-- @downgrade\n");
        TestMigrations.of(database, newer).upgrade();
        Migrations old = TestMigrations.of(
                database,
                Scripts.none().with("a1", "-- Revision ID: a1\n-- Branch Labels: main\n-- @upgrade\n-- @downgrade\n"));

        assertThat(old.status().state()).isEqualTo(MigrationStatus.State.AHEAD);
        assertThat(old.downgrade("a1").after()).hasToString("a1");
    }

    @Test
    void whatTheHistoryHoldsOfAbandonedBranchesIsInNobodysWay(TestDatabase database) {
        TestMigrations.of(
                        database,
                        Scripts.none().withTable("a1", "").withTable("x1", "a1").withTable("y1", "x1"))
                .upgrade();
        TestMigrations.of(database, Scripts.none().withTable("a1", "")).downgrade("a1");
        database.execute("DELETE FROM migration_history WHERE revision = 'x1'");
        TestMigrations.of(database, NEW).upgrade();

        assertThat(TestMigrations.of(database, OLD).status().state()).isEqualTo(MigrationStatus.State.AHEAD);
    }

    @Test
    void valuesOfPlaceholdersAreStoredButForSecretOnes(TestDatabase database) {
        Scripts newer = Scripts.none()
                .withTable("a1", "")
                .with(
                        "b1",
                        "a1",
                        "CREATE TABLE ${table} (note text DEFAULT '${api_token}');",
                        "DROP TABLE ${table}; -- ${table} is gone\nCOMMENT ON TABLE t_a1 IS '${api_token}';");
        Placeholders values = new Placeholders(Map.of("table", "placed", "api_token", "hunter2"));
        TestMigrations.of(database, newer, builder -> builder.placeholders(values))
                .upgrade();

        assertThat(database.texts("SELECT downgrade_script FROM migration_history WHERE revision = 'b1'"))
                .containsExactly("""
                        -- @downgrade
                        DROP TABLE placed; -- ${table} is gone
                        COMMENT ON TABLE t_a1 IS '${api_token}';
                        """);
        Migrations knowing = TestMigrations.of(
                database,
                OLD,
                builder -> builder.placeholders(new Placeholders(Map.of("api_token", "changed", "other", "x"))));
        knowing.downgrade("a1");
        assertThat(database.exists("placed")).isFalse();
        assertThat(database.texts("SELECT obj_description('t_a1'::regclass)")).containsExactly("changed");
    }

    @Test
    void aSecretThatTheOldBuildDoesNotHaveIsAskedFor(TestDatabase database) {
        Scripts newer = Scripts.none()
                .withTable("a1", "")
                .with("b1", "a1", "SELECT '${api_token}';", "COMMENT ON TABLE t_a1 IS '${api_token}';");
        TestMigrations.of(
                        database,
                        newer,
                        builder -> builder.placeholders(new Placeholders(Map.of("api_token", "hunter2"))))
                .upgrade();
        Migrations old = TestMigrations.of(
                database, OLD, builder -> builder.placeholders(new Placeholders(Map.of("my_secret", "x"))));

        assertThatThrownBy(() -> old.downgrade("a1")).hasMessage("""
                        Of 1 revision to take down, 1 cannot be, so nothing was touched:
                          b1 has a downgrade that cannot be read: db/revisions/b1.sql (as stored in the history):7:\
                         Placeholder ${api_token} is not defined. Set migration.placeholders.api_token, or use one that\
                         is defined: my_secret.
                        Write its downgrade and accept the changed script with `migration repair`, or restore a backup;\
                         `migration stamp <revision>` changes only the version table.""");
    }

    @Test
    void aDivergedDatabaseIsRefusedByEveryCommand(TestDatabase database) {
        TestMigrations.of(database, Scripts.none().withTable("a1", "").withTable("x1", "a1"))
                .upgrade();
        Migrations other = TestMigrations.of(database, NEW);

        String refusal = "The database has diverged from this build: it is at x1, which no script of this build knows,"
                + " and the history does not show that this descends from d1.\n"
                + "Deploy the build that has the missing revision, or downgrade with that build first. If the schema"
                + " really is at a revision of this build, say so: `migration stamp --purge <revision>`.";
        assertThatThrownBy(other::upgrade).hasMessage(refusal);
        assertThatThrownBy(() -> other.downgrade("base")).hasMessage(refusal);
        assertThatThrownBy(other::ensureMigrated).hasMessage(refusal);
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("x1");
    }
}
