package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.ReversibleRevision;
import dev.athanor.migration.revision.RevisionHeader;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import dev.athanor.migration.verify.VerifySettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests downgrades that have nothing to take back, and downgrades that cannot be read. */
@ExtendWith(PostgresExtension.class)
class DowngradeNothingIT {

    private static final Scripts OLD = Scripts.none().withTable("a1", "");
    private static final String RECORDED =
            "SELECT direction || ' ' || revision || ' ' || outcome || coalesce(' ' || trim(E'\\n' FROM"
                    + " downgrade_script), '') FROM migration_history ORDER BY id";

    @Test
    void itMovesTheVersionTableAndIsRecorded(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, data("INSERT INTO t_a1 VALUES (1);", "nothing"));
        migrations.upgrade();

        assertThat(migrations.planDowngrade("a1").withStatements())
                .isEqualTo("downgrade a1: 1 step, from b1 to a1\n"
                        + "  downgrade b1 (revision b1), nothing to take back: update b1 to a1");
        assertThat(migrations.downgrade("a1").after()).hasToString("a1");
        assertThat(database.texts(RECORDED))
                .endsWith("upgrade b1 success -- @downgrade nothing", "downgrade b1 success -- @downgrade nothing");
        assertThat(migrations.validate().findings()).isEmpty();
        migrations.upgrade();
        assertThat(database.texts("SELECT id::text FROM t_a1")).containsExactly("1", "1");
    }

    @Test
    void aBuildWithoutTheScriptTakesItBack(TestDatabase database) {
        TestMigrations.of(database, data("INSERT INTO t_a1 VALUES (1);", "nothing"))
                .upgrade();

        assertThat(TestMigrations.of(database, OLD).downgrade("a1").after()).hasToString("a1");
    }

    @Test
    void itsUpgradeIsProvenWhereTheSchemaIsAsItWas(TestDatabase database) {
        Scripts scripts = data("UPDATE t_a1 SET id = 1;", "nothing");

        assertThat(timeless(TestMigrations.of(database, scripts).verify(VerifySettings.all())))
                .isEqualTo("""
                        2 revisions: 2 proven, 0 unproven, 0 irreversible, in # s
                          a1   proven # ms  revision a1
                          b1   proven # ms  revision b1 (data only)
                          all  proven # ms  2 revisions down to base and up again""");
    }

    @Test
    void anUpgradeThatChangesTheSchemaIsAFinding(TestDatabase database) {
        Scripts scripts = data("CREATE TABLE t (a int);", "nothing").withTable("c1", "b1");

        assertThat(timeless(TestMigrations.of(database, scripts).verify(VerifySettings.all())))
                .startsWith("""
                        3 revisions: 2 proven, 1 unproven, 0 irreversible, in # s
                          a1   proven # ms  revision a1
                          b1   unproven # ms  revision b1
                              the downgrade of b1 is marked `nothing`, and its upgrade changes the schema
                              after the downgrade, left over: table t
                          c1   proven # ms  revision c1
                        """);
    }

    @RevisionHeader(id = "b1", revises = "a1", message = "seed", nothingToTakeBack = true)
    static final class Seed implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.execute("INSERT INTO t_a1 VALUES (1)");
        }
    }

    @RevisionHeader(id = "b1", revises = "a1", nothingToTakeBack = true)
    static final class SeedWithAWayBack implements ReversibleRevision {
        @Override
        public void change(Operations op) {
            op.execute("INSERT INTO t_a1 VALUES (1)");
        }
    }

    @RevisionHeader(id = "b1", revises = "a1", nothingToTakeBack = true, irreversible = true)
    static final class Torn implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.execute("INSERT INTO t_a1 VALUES (1)");
        }
    }

    @Test
    void aRevisionInJavaSaysTheSame(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, OLD, builder -> builder.revision(new Seed()));
        migrations.upgrade();

        migrations.downgrade("a1");
        migrations.upgrade();

        assertThat(database.texts("SELECT id::text FROM t_a1")).containsExactly("1", "1");
        assertThat(TestMigrations.of(database, OLD).downgrade("a1").after()).hasToString("a1");
    }

    @Test
    void aRevisionInJavaCannotHaveAWayBackAsWell(TestDatabase database) {
        Migrations reversed = TestMigrations.of(database, OLD, builder -> builder.revision(new SeedWithAWayBack()));
        Migrations torn = TestMigrations.of(database, OLD, builder -> builder.revision(new Torn()));
        String place = "dev/athanor/migration/DowngradeNothingIT.java:1: @RevisionHeader of"
                + " dev.athanor.migration.DowngradeNothingIT$";

        assertThat(reversed.validate().findings())
                .extracting(finding -> finding.problem() + " " + finding.action())
                .containsExactly(place + "SeedWithAWayBack says that there is nothing to take back, and the class has a"
                        + " downgrade. Remove the method, or nothingToTakeBack = true.");
        assertThat(torn.validate().findings())
                .extracting(finding -> finding.problem() + " " + finding.action())
                .containsExactly(place + "Torn has both irreversible and nothingToTakeBack. Keep nothingToTakeBack if"
                        + " the upgrade leaves the schema as it was, otherwise irreversible.");
    }

    @Test
    void aDowngradeThatCannotBeReadKeepsNoUpgradeFromRunning(TestDatabase database) {
        Scripts scripts = data("CREATE TABLE t (a int);", "\nDROP TABLE t;\nSELECT 'open;");
        Migrations migrations = TestMigrations.of(database, scripts);

        assertThat(migrations.upgrade().after()).hasToString("b1");
        assertThat(migrations.status().state()).isEqualTo(MigrationStatus.State.AT_HEAD);
        assertThat(migrations.validate().findings())
                .extracting(finding -> finding.problem() + "\n" + finding.action())
                .containsExactly("db/revisions/b1.sql:10: A string has no closing apostrophe.\nClose it with '; an"
                        + " apostrophe inside a string is written twice, or with a backslash in an E'…' string.");
        assertThatThrownBy(() -> migrations.downgrade("a1")).hasMessage("""
                        Of 1 revision to take down, 1 cannot be, so nothing was touched:
                          b1 has a downgrade that cannot be read: db/revisions/b1.sql:10: A string has no closing\
                         apostrophe. Close it with '; an apostrophe inside a string is written twice, or with a backslash\
                         in an E'…' string.
                        Write its downgrade and accept the changed script with `migration repair`, or restore a backup;\
                         `migration stamp <revision>` changes only the version table.""");
        assertThat(timeless(migrations.verify(VerifySettings.all().only(List.of("b1")))))
                .isEqualTo("""
                        1 revision: 0 proven, 1 unproven, 0 irreversible, in # s
                          b1   unproven # ms  revision b1
                              the downgrade of b1 cannot be read: db/revisions/b1.sql:10: A string has no closing apostrophe.""");
    }

    @Test
    void aDowngradeThatWasCorrectedIsAcceptedAndRuns(TestDatabase database) {
        TestMigrations.of(database, data("CREATE TABLE t (a int);", "\nCOMMIT;\nDROP TABLE t;"))
                .upgrade();
        Migrations corrected = TestMigrations.of(database, data("CREATE TABLE t (a int);", "\nDROP TABLE t;"));

        assertThatThrownBy(() -> corrected.downgrade("a1")).hasMessageContaining("has been changed since");
        corrected.repair();
        corrected.downgrade("a1");

        assertThat(database.exists("t")).isFalse();
    }

    private static Scripts data(String upgrade, String downgrade) {
        return Scripts.none()
                .withTable("a1", "")
                .with(
                        "b1",
                        Scripts.header("b1", "a1") + "-- @upgrade\n" + upgrade + "\n-- @downgrade " + downgrade + "\n");
    }

    private static String timeless(Object report) {
        return report.toString().replaceAll("in \\d+\\.\\d s", "in # s").replaceAll(" +\\d+ ms", " # ms");
    }
}
