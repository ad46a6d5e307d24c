package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.history.Tables;
import dev.athanor.migration.plan.MigrationRequest;
import dev.athanor.migration.plan.StampMode;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests version tables and histories that were changed by hand, dropped or moved. For changed scripts see {@link
 * BadInputsIT}.
 */
@ExtendWith(PostgresExtension.class)
class TamperingIT {

    private static final Scripts LINE =
            Scripts.none().withTable("a1", "").withTable("b1", "a1").withTable("c1", "b1");
    private static final String ROWS = "SELECT version_num FROM migration_version ORDER BY 1";
    private static final String NOT_OURS =
            "If the table belongs to another application, choose other names: migration.version-table and"
                    + " migration.history-table. If columns of the history were dropped, rename it, and the next upgrade makes a"
                    + " new one.";
    private static final String WRITE_TO_THEM =
            "Let the version table and the history be as they were made, and the role write to them"
                    + " (docs/least-privilege.sql has the grants), then start again; nothing of this revision was applied.";

    @Test
    void aRowThatIsNoIdIsNamedWithTheWayOut(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, LINE);
        migrations.upgrade("b1");
        database.execute("INSERT INTO migration_version VALUES ('it''s')");

        assertThatThrownBy(migrations::upgrade)
                .hasMessage(
                        "The version table \"migration_version\" holds 'it's', which is not a valid revision id: Revision id"
                                + " 'it's' contains '''.\n"
                                + "Delete it: `DELETE FROM \"migration_version\" WHERE version_num = 'it''s'`. Then set the"
                                + " version table to what the schema really is: `migration stamp --purge <revision>`.");
        assertThat(migrations.status().state()).isEqualTo(MigrationStatus.State.FAILED);

        database.execute("DELETE FROM \"migration_version\" WHERE version_num = 'it''s'");
        migrations.run(MigrationRequest.stamp("b1").withMode(StampMode.PURGE));
        assertThat(database.texts(ROWS)).containsExactly("b1");
    }

    @Test
    void aRowWithoutAnIdIsNamed(TestDatabase database) {
        database.execute("CREATE TABLE migration_version (version_num varchar(32))");
        database.execute("INSERT INTO migration_version VALUES (NULL)");

        assertThatThrownBy(TestMigrations.of(database, LINE)::upgrade)
                .hasMessage("The version table \"migration_version\" holds a row without an id.\n"
                        + "Delete it: `DELETE FROM \"migration_version\" WHERE version_num IS NULL`. Then see with"
                        + " `migration current` whether the others are right.");
    }

    @Test
    void anAncestorBesideItsDescendantIsRefusedAndStampPutsItRight(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, LINE);
        migrations.upgrade("b1");
        database.execute("INSERT INTO migration_version VALUES ('a1')");

        assertThatThrownBy(migrations::upgrade)
                .hasMessage("Of the rows, b1 already needs a1.\n"
                        + "One row is enough: correct the version table with `migration stamp b1`.");
        assertThat(migrations.status().state()).isEqualTo(MigrationStatus.State.FAILED);

        migrations.stamp("b1");
        assertThat(database.texts(ROWS)).containsExactly("b1");
        assertThat(migrations.upgrade().steps()).hasSize(1);
    }

    @Test
    void aDowngradePutsAnAncestorBesideItsDescendantRight(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, LINE);
        migrations.upgrade();
        database.execute("INSERT INTO migration_version VALUES ('a1')");

        migrations.downgrade("b1");
        assertThat(database.exists("t_c1")).isFalse();
        assertThat(database.exists("t_b1")).isTrue();
        migrations.downgrade("a1");

        assertThat(database.texts(ROWS)).containsExactly("a1");
    }

    @Test
    void aScriptRemovedFromTheTopLooksLikeANewerRelease(TestDatabase database) {
        TestMigrations.of(database, LINE).upgrade();
        Migrations without =
                TestMigrations.of(database, Scripts.none().withTable("a1", "").withTable("b1", "a1"));

        assertThat(without.status().state()).isEqualTo(MigrationStatus.State.AHEAD);
        assertThat(without.downgrade("b1").after()).hasToString("b1");
        assertThat(database.exists("t_c1")).isFalse();
    }

    @Test
    void withoutTheHistoryAnUnknownRowIsDiverged(TestDatabase database) {
        TestMigrations.of(database, LINE).upgrade();
        database.execute("DROP TABLE migration_history");
        Migrations older = TestMigrations.of(database, Scripts.none().withTable("a1", ""));

        assertThat(older.status().state()).isEqualTo(MigrationStatus.State.DIVERGED);
        assertThat(older.knownScripts().scripts()).hasSize(1);
        assertThat(TestMigrations.of(database, LINE).status().state()).isEqualTo(MigrationStatus.State.AT_HEAD);
    }

    @Test
    void aHistoryWithoutItsColumnsIsNamed(TestDatabase database) {
        TestMigrations.of(database, LINE).upgrade("b1");
        database.execute("ALTER TABLE migration_history DROP COLUMN checksum");

        assertThatThrownBy(TestMigrations.of(database, LINE)::upgrade)
                .hasMessageStartingWith("The version table or the history lacks columns that it should have"
                        + " (\"migration_version\", \"migration_history\"): ERROR: column \"checksum\" does not exist")
                .hasMessageEndingWith("\n" + NOT_OURS);

        database.execute("ALTER TABLE migration_history RENAME TO history_of_old");
        database.execute("ALTER INDEX migration_history_revision RENAME TO history_of_old_revision");
        assertThat(TestMigrations.of(database, LINE).upgrade().after()).hasToString("c1");
    }

    @Test
    void aHistoryThatCannotBeWrittenStopsTheRevisionWhole(TestDatabase database) {
        TestMigrations.of(database, LINE).upgrade("b1");
        database.execute("ALTER TABLE migration_history DROP COLUMN downgrade_script");

        assertThatThrownBy(TestMigrations.of(database, LINE)::upgrade)
                .hasMessage(
                        "upgrade c1 (revision c1) failed after its last statement: ERROR: column \"downgrade_script\" of relation"
                                + " \"migration_history\" does not exist\n"
                                + "The revision was rolled back: the database is at b1.\n" + WRITE_TO_THEM);
        assertThat(database.exists("t_c1")).isFalse();
        assertThat(database.texts(ROWS)).containsExactly("b1");
    }

    @Test
    void aVersionTableOfSomebodyElseIsNamed(TestDatabase database) {
        database.execute("CREATE TABLE migration_version (id int)");
        List<String> before = CatalogSnapshot.of(database);

        assertThatThrownBy(TestMigrations.of(database, LINE)::upgrade)
                .hasMessage("The version table or the history lacks columns that it should have"
                        + " (\"migration_version\", \"migration_history\"): ERROR: column \"version_num\" does not exist\n"
                        + NOT_OURS);
        assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
    }

    @Test
    void aVersionTableThatIsAViewIsReadButNotWritten(TestDatabase database) {
        TestMigrations.of(database, LINE).upgrade("b1");
        database.execute("DROP TABLE migration_version");
        database.execute("CREATE VIEW migration_version AS SELECT DISTINCT 'b1'::varchar AS version_num");

        assertThat(TestMigrations.of(database, LINE).status().state()).isEqualTo(MigrationStatus.State.PENDING);
        assertThatThrownBy(TestMigrations.of(database, LINE)::upgrade)
                .hasMessageContaining(" view \"migration_version\"")
                .hasMessageEndingWith("The revision was rolled back: the database is at b1.\n" + WRITE_TO_THEM);
        assertThat(database.exists("t_c1")).isFalse();
    }

    @Test
    void booksMayLieInASchemaOfTheirOwn(TestDatabase database) {
        database.execute("CREATE SCHEMA books");
        Migrations migrations =
                TestMigrations.of(database, LINE, builder -> builder.tables(new Tables("books", "v", "h")));

        migrations.upgrade();

        assertThat(database.exists("books.v")).isTrue();
        assertThat(database.exists("books.h")).isTrue();
        assertThat(TestMigrations.of(database, LINE).status().state()).isEqualTo(MigrationStatus.State.PENDING);
        migrations.downgrade("base");
        assertThat(database.exists("books.t_a1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"b;c'd",
                "x\"; DROP TABLE victim; --",
                "ünïcode 表",
                "select",
                "a.b",
                " ",
                "$1 ${x} ? {call}",
                "%s \\ $$"
            })
    void hostileNamesAreNamesAndNoMore(String name, TestDatabase database) {
        database.execute("CREATE TABLE victim (id int)");
        Migrations migrations = TestMigrations.of(
                database, LINE, builder -> builder.tables(new Tables(name, "v " + name, "h " + name)));

        migrations.upgrade();
        assertThat(migrations.status().state()).isEqualTo(MigrationStatus.State.AT_HEAD);
        assertThat(migrations.sql().upgrade("heads")).contains("\"v " + name.replace("\"", "\"\"") + "\"");
        migrations.downgrade("base");

        assertThat(database.texts("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace NOT IN"
                        + " ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)"))
                .containsExactlyInAnyOrder("victim", "h " + name, "v " + name);
    }

    @Test
    void namesThatPostgresWouldCutAreRefused(TestDatabase database) {
        Migrations migrations =
                TestMigrations.of(database, LINE, builder -> builder.tables(new Tables("é".repeat(32), "v", "h")));

        assertThatThrownBy(migrations::upgrade)
                .hasMessage("Identifier '" + "é".repeat(32) + "' has 64 bytes, PostgreSQL keeps 63.\n"
                        + "Shorten it: PostgreSQL would silently truncate it, and two names could become one.");
    }

    @Test
    void aRoleWithTooFewRightsIsToldWhichAndNothingIsChanged(TestDatabase database) {
        TestMigrations.of(database, LINE).upgrade("b1");
        String role = "poor_" + database.name();
        database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'p'");
        database.execute("GRANT CREATE ON SCHEMA public TO " + role);
        Migrations poor = TestMigrations.of(new TestDatabase(database.name(), database.url(), role, "p"), LINE);

        assertThatThrownBy(poor::upgrade).hasMessage(mayNotRead("migration_version"));
        assertThat(poor.status().state()).isEqualTo(MigrationStatus.State.FAILED);
        database.execute("GRANT SELECT ON migration_version TO " + role);
        assertThatThrownBy(poor::upgrade).hasMessage(mayNotRead("migration_history"));
        database.execute("GRANT SELECT ON migration_history TO " + role);
        assertThatThrownBy(poor::upgrade).hasMessage(mayNotWrite("migration_history"));
        database.execute("GRANT INSERT, UPDATE ON migration_history TO " + role);
        assertThatThrownBy(poor::upgrade).hasMessage(mayNotWrite("migration_version"));
        assertThat(database.exists("t_c1")).isFalse();
        assertThat(database.texts(ROWS)).containsExactly("b1");
        database.execute("GRANT INSERT, UPDATE, DELETE ON migration_version TO " + role);
        poor.upgrade();

        assertThat(database.texts(ROWS)).containsExactly("c1");
        database.execute("DROP OWNED BY " + role + " CASCADE");
        database.execute("DROP ROLE " + role);
    }

    private static String mayNotRead(String table) {
        return "The role has no privilege to read \"migration_version\", \"migration_history\": ERROR: permission denied for table "
                + table + "\nGrant it: GRANT SELECT ON \"migration_version\", \"migration_history\" TO <role>.";
    }

    private static String mayNotWrite(String table) {
        return "upgrade c1 (revision c1) failed after its last statement: ERROR: permission denied for table " + table
                + "\nThe revision was rolled back: the database is at b1.\n" + WRITE_TO_THEM;
    }
}
