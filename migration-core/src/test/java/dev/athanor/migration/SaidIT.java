package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.history.HistoryEntry;
import dev.athanor.migration.runner.RepairOutcome;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.status.MigrationStatus.AppliedRevision;
import dev.athanor.migration.status.MigrationStatus.PendingRevision;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What status, refusals and repair say when something has gone wrong. */
@ExtendWith(PostgresExtension.class)
class SaidIT {

    private static final String ACCEPT_B1 =
            "Restore the script as it was applied and write a new revision for the change"
                    + " (`migration revision -m \"…\"`), or accept the changed script with `migration repair b1`.";

    @Test
    void anotherProcessSaysWhereTheLastRunFailed(TestDatabase database) {
        Scripts broken = Scripts.none()
                .withTable("a1", "")
                .with("b1", "a1", "CREATE TABLE b (id int);\nINSERT INTO nosuch VALUES (1);", "DROP TABLE b;");
        assertThatThrownBy(TestMigrations.of(database, broken)::upgrade).isInstanceOf(MigrationException.class);

        MigrationStatus status = TestMigrations.of(database, broken).status();

        assertThat(status.state()).isEqualTo(MigrationStatus.State.FAILED);
        assertThat(status.summary()).isEqualTo("""
                The last run failed at `upgrade b1 (revision b1)`.
                db/revisions/b1.sql:8, statement 2 of 2, `INSERT INTO nosuch VALUES (1)`: ERROR: relation "nosuch" does not exist
                  Position: 13 (SQLState 42P01)
                The database is at a1. 1 revision is pending: b1.""");
        assertThat(status.action())
                .isEqualTo("Correct the script, or the data that it failed on. Then run `migration upgrade heads`, or"
                        + " start the application again. Nothing of the revision was applied: the next run begins it"
                        + " again.");
    }

    @Test
    void aRepairDoesNotHideThatTheLastRunFailed(TestDatabase database) {
        TestMigrations.of(database, edited("a int")).upgrade();
        Scripts broken = edited("a int").with("c1", "b1", "SELECT 1/0;", "SELECT 1;");
        assertThatThrownBy(TestMigrations.of(database, broken)::upgrade).isInstanceOf(MigrationException.class);
        Scripts changed = edited("a bigint").with("c1", "b1", "SELECT 1/0;", "SELECT 1;");

        TestMigrations.of(database, changed).repair("b1");

        assertThat(TestMigrations.of(database, changed).status().summary()).isEqualTo("""
                The last run failed at `upgrade c1 (revision c1)`.
                db/revisions/c1.sql:7, statement 1 of 1, `SELECT 1/0`: ERROR: division by zero (SQLState 22012)
                The database is at b1. 1 revision is pending: c1.""");
    }

    @Test
    void anotherProcessSaysWhereARunWithoutATransactionFailed(TestDatabase database) {
        Scripts broken = Scripts.none()
                .with(
                        "a1",
                        Scripts.header("a1", "")
                                + "-- @upgrade transaction=none\nCREATE TABLE b (id int);\nSELECT 1/0;\n\n-- @downgrade\nDROP"
                                + " TABLE b;\n");
        assertThatThrownBy(TestMigrations.of(database, broken)::upgrade).isInstanceOf(MigrationException.class);

        MigrationStatus status = TestMigrations.of(database, broken).status();

        assertThat(status.summary()).isEqualTo("""
                The last run failed at `upgrade a1 (revision a1)`.
                db/revisions/a1.sql:8, statement 2 of 2, `SELECT 1/0`: ERROR: division by zero (SQLState 22012)
                The database is at base. 1 revision is pending: a1.""");
        assertThat(status.action())
                .isEqualTo("Correct the script, or the data that it failed on. Then run `migration upgrade heads`, or"
                        + " start the application again. The revision runs without a transaction (transaction=none): the"
                        + " next run continues where this one stopped.");
    }

    @Test
    void statusReadsTheDatabaseWhereTheScriptsCannotBeRead(TestDatabase database) {
        Scripts line = Scripts.none().withTable("a1", "").withTable("b1", "a1").withTable("c1", "b1");
        TestMigrations.of(database, line).upgrade();
        Scripts unreadable = Scripts.none().withTable("a1", "").withTable("b1", "nosuch");
        String trouble = problem(TestMigrations.of(database, unreadable)::scripts);
        long rows = database.count("SELECT count(*) FROM migration_history");

        MigrationStatus status = TestMigrations.of(database, unreadable).status();

        assertThat(status.state()).isEqualTo(MigrationStatus.State.FAILED);
        assertThat(status.summary())
                .isEqualTo("The database is at c1: 3 revisions are applied.\nThe scripts cannot be read: " + trouble);
        assertThat(status.current()).hasToString("c1");
        assertThat(status.applied())
                .extracting(AppliedRevision::revision)
                .extracting(Object::toString)
                .containsExactly("a1", "b1", "c1");
        assertThat(status.history()).hasSize(3);
        assertThat(status.lastRun()).isPresent();
        assertThat(status.scriptsRead()).isFalse();
        assertThat(database.count("SELECT count(*) FROM migration_history")).isEqualTo(rows);
    }

    @Test
    void statusOfAnEmptyDatabaseAndUnreadableScriptsCreatesNothing(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, Scripts.none().withTable("b1", "nosuch"));

        assertThat(migrations.status().summary())
                .isEqualTo("The database is at base: 0 revisions are applied.\nThe scripts cannot be read: "
                        + problem(migrations::scripts));
        assertThat(database.exists("migration_history")).isFalse();
    }

    @Test
    void aRefusalShowsTheLinesThatDiffer(TestDatabase database) {
        TestMigrations.of(database, edited("a int")).upgrade();
        Migrations migrations = TestMigrations.of(database, edited("a bigint").withTable("c1", "b1"));

        String now = database.texts("SELECT checksum FROM migration_history WHERE revision = 'b1'")
                .get(0);
        String then = migrations.script("b1").orElseThrow().checksum().value();
        String problem =
                "Revision b1 (revision b1) was applied and its script has been changed since: db/revisions/b1.sql"
                        + " has checksum " + then + ", applied was " + now + ".\n" + """
                --- as applied
                +++ db/revisions/b1.sql
                @@ -4,7 +4,7 @@
                 -- Revises: a1

                 -- @upgrade
                -CREATE TABLE b (a int);
                +CREATE TABLE b (a bigint);

                 -- @downgrade
                 DROP TABLE b;""".replace("\n\n", "\n \n");
        assertThatThrownBy(migrations::upgrade).hasMessage(problem + "\n" + ACCEPT_B1 + " Nothing was done.");
        assertThat(migrations.status().summary()).isEqualTo(problem);
        assertThat(migrations.validate().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.problem()).isEqualTo(problem);
            assertThat(finding.action()).isEqualTo(ACCEPT_B1);
        });
        assertThat(migrations.changedScripts()).singleElement().satisfies(script -> assertThat(script.complete())
                .isEqualTo(problem));
    }

    @Test
    void anEditedScriptLeavesWhatIsPendingInTheCount(TestDatabase database) {
        TestMigrations.of(database, edited("a int")).upgrade();

        MigrationStatus status = TestMigrations.of(
                        database, edited("a bigint").withTable("c1", "b1").withTable("d1", "c1"))
                .status();

        assertThat(status.state()).isEqualTo(MigrationStatus.State.FAILED);
        assertThat(status.applied()).hasSize(2);
        assertThat(pending(status)).containsExactly("c1", "d1");
    }

    @Test
    void aTargetThatCannotBeFollowedLeavesWhatIsPendingInTheCount(TestDatabase database) {
        Scripts fork = Scripts.none().withTable("a1", "").withTable("b1", "a1").withTable("c1", "a1");
        Migrations migrations = TestMigrations.of(database, fork, builder -> builder.target("head"));
        migrations.upgrade("a1");

        assertThat(migrations.status().state()).isEqualTo(MigrationStatus.State.FAILED);
        assertThat(pending(migrations.status()))
                .containsExactlyElementsOf(migrations.planUpgrade("heads").steps().stream()
                        .map(step -> step.revisions().get(0).value())
                        .toList());
    }

    @Test
    void aLongDifferenceIsCutInARefusalOnly(TestDatabase database) {
        TestMigrations.of(database, edited("a int")).upgrade();
        String columns = "a int,\n" + "x int,\n".repeat(40) + "z int";
        Migrations migrations = TestMigrations.of(database, edited(columns));

        assertThat(problem(migrations::upgrade))
                .endsWith("\n+x int,\n… and 30 lines more, which `migration validate` shows.");
        assertThat(migrations.changedScripts().get(0).difference()).hasSize(50);
    }

    @Test
    void aHistoryOfAnEarlierReleaseHasNoTextAndGetsItsColumnsWithTheNextRun(TestDatabase database) {
        TestMigrations.of(database, edited("a int")).upgrade();
        database.execute(
                "ALTER TABLE migration_history DROP COLUMN script_text, DROP COLUMN note, DROP COLUMN at_head");
        Migrations changed = TestMigrations.of(database, edited("a bigint").withTable("c1", "b1"));

        assertThat(problem(changed::upgrade))
                .endsWith(" Its downgrade is as it was: its header or its upgrade has been changed.");
        assertThat(changed.status().pending()).hasSize(1);
        assertThat(changed.history()).extracting(HistoryEntry::note).containsOnlyNulls();

        assertThat(changed.repair("b1")).isEqualTo(RepairOutcome.ACCEPTED);
        changed.upgrade("+1");
        assertThat(database.texts("SELECT revision || ' ' || direction || ' ' || (script_text IS NOT NULL)"
                        + " FROM migration_history ORDER BY id"))
                .containsExactly("a1 upgrade false", "b1 upgrade false", "b1 repair true", "c1 upgrade true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "stamp", "repair", "sql"})
    void everyWayToApplyKeepsTheTextWithoutSecretValues(String way, TestDatabase database) {
        Placeholders secret = new Placeholders(Map.of("app.password", "hunter2"));
        Scripts scripts =
                Scripts.none().with("a1", "", "CREATE TABLE a (note text DEFAULT '${app.password}');", "DROP TABLE a;");
        Migrations migrations = TestMigrations.of(database, scripts, builder -> builder.placeholders(secret));
        String text = scripts.files().get(0).text();

        switch (way) {
            case "stamp" -> migrations.stamp("heads");
            case "sql" -> database.executeAll(migrations.sql().upgrade("heads"));
            default -> migrations.upgrade();
        }
        if (way.equals("repair")) {
            database.execute("UPDATE migration_history SET checksum = '1:c', script_text = NULL");
            migrations.repair();
        }

        assertThat(database.texts("SELECT script_text FROM migration_history ORDER BY id DESC LIMIT 1"))
                .containsExactly(text);
        assertThat(database.count("SELECT count(*) FROM migration_history h WHERE h::text LIKE '%hunter2%'"))
                .isZero();
    }

    @Test
    void aScriptOfAMegabyteIsNotKept(TestDatabase database) {
        Scripts large = Scripts.none().with("a1", "", "SELECT 1; -- " + "x".repeat(1_000_000), "SELECT 1;");

        TestMigrations.of(database, large).upgrade();

        assertThat(database.texts("SELECT coalesce(script_text, 'none') FROM migration_history"))
                .containsExactly("none");
    }

    @Test
    void repairOfOneRevisionAcceptsThatOne(TestDatabase database) {
        TestMigrations.of(database, edited("a int")).upgrade();
        Scripts both = Scripts.none()
                .with("a1", "", "CREATE TABLE a (id bigint);", "DROP TABLE a;")
                .with("b1", "a1", "CREATE TABLE b (a bigint);", "DROP TABLE b;");
        Migrations migrations = TestMigrations.of(database, both);

        assertThat(migrations.repair("b1")).isEqualTo(RepairOutcome.ACCEPTED);

        assertThat(migrations.changedScripts())
                .extracting(script -> script.script().id().value())
                .containsExactly("a1");
    }

    @ParameterizedTest
    @CsvSource({"false,applied as it is", "true,failed in its transaction"})
    void repairOfARevisionWithoutAnythingToRepairIsRefused(boolean fails, String why, TestDatabase database) {
        Migrations migrations = TestMigrations.of(
                database, Scripts.none().with("a1", "", fails ? "SELECT 1/0;" : "SELECT 1;", "SELECT 1;"));
        if (fails) {
            assertThatThrownBy(migrations::upgrade).isInstanceOf(MigrationException.class);
        } else {
            migrations.upgrade();
        }

        assertThatThrownBy(() -> migrations.repair("a1"))
                .as(why)
                .hasMessage(
                        "Revision a1 (revision a1) has nothing to repair: its script has not been changed since it was"
                                + " applied, and no section of it is unfinished.\nNothing was done. `migration repair` lists the"
                                + " scripts that there are to accept.");
        assertThat(database.count("SELECT count(*) FROM migration_history")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"base", "stamped"})
    void aSchemaThatIsThereAlreadyCanBeAdoptedWithTheCommandsThatAreNamed(String at, TestDatabase database) {
        Scripts line = Scripts.none().withTable("a1", "").withTable("b1", "a1").withTable("c1", "b1");
        database.executeAll("CREATE TABLE t_a1 (id int); CREATE TABLE t_b1 (id int); CREATE TABLE t_c1 (id int);");
        Migrations migrations = TestMigrations.of(database, line);
        if (at.equals("stamped")) {
            migrations.stamp("a1");
        }
        String id = at.equals("stamped") ? "b1" : "a1";

        assertThatThrownBy(migrations::upgrade)
                .isInstanceOfSatisfying(MigrationException.class, failure -> assertThat(failure.action())
                        .isEqualTo("Rename or drop what is in the way, or write IF NOT EXISTS where it is meant to be"
                                + " there. If something else made the schema (an init.sql, another tool), record that"
                                + " with `migration stamp heads` and prove it with `migration drift`, as"
                                + " docs/adopting.md describes under \"adopt a database\"; if the database has all of"
                                + " this revision, record that with `migration stamp " + id
                                + "`, then start again; nothing of this revision was applied."));

        migrations.stamp("heads");
        assertThat(migrations.status().state()).isEqualTo(MigrationStatus.State.AT_HEAD);
        assertThat(migrations.comparisons().drift().matches()).isTrue();
    }

    @Test
    void anObjectInTheWayOfALaterRevisionIsNoReasonToAdopt(TestDatabase database) {
        Migrations migrations =
                TestMigrations.of(database, Scripts.none().withTable("a1", "").withTable("b1", "a1"));
        migrations.upgrade("a1");
        database.execute("CREATE TABLE t_b1 (id int)");

        assertThatThrownBy(migrations::upgrade).isInstanceOfSatisfying(MigrationException.class, failure -> assertThat(
                        failure.action())
                .isEqualTo("Rename or drop what is in the way, or write IF NOT EXISTS where it is meant to be there;"
                        + " if the database has all of this revision, record that with `migration stamp b1`, then"
                        + " start again; nothing of this revision was applied."));
    }

    @Test
    void theHistoryTellsWhichSectionsWereSkipped(TestDatabase database) {
        Migrations migrations = TestMigrations.of(
                database,
                Scripts.none()
                        .with(
                                "a1",
                                Scripts.header("a1", "")
                                        + "-- @upgrade if-extension=nosuch\nSELECT nosuch();\n\n-- @downgrade nothing\n"));
        migrations.upgrade();

        assertThat(migrations.history())
                .extracting(HistoryEntry::note)
                .containsExactly("The server does not offer extension nosuch: the section was skipped.");
        assertThat(migrations.status().history())
                .extracting(HistoryEntry::note)
                .containsExactly("The server does not offer extension nosuch: the section was skipped.");
    }

    @Test
    void afterAMergeEachWayDownSaysWhatItRemovesAndLeaves(TestDatabase database) {
        Migrations migrations = TestMigrations.of(
                database,
                Scripts.none()
                        .withTable("a1", "")
                        .withTable("b1", "a1")
                        .withTable("c1", "a1")
                        .withTable("m1", "b1, c1"));
        migrations.upgrade();

        assertThatThrownBy(() -> migrations.planDowngrade("-1"))
                .hasMessage("Revision m1 merges b1 and c1: '-1' could mean either.\nName the one to go to: `migration"
                        + " downgrade b1` removes m1 and leaves b1 and c1; `migration downgrade c1` removes m1 and leaves b1"
                        + " and c1.");
        assertThat(migrations.planDowngrade("b1").toString())
                .startsWith("downgrade b1: 1 step, from m1 to b1, c1; it removes m1 and leaves b1, c1\n");
    }

    private static Scripts edited(String columns) {
        return Scripts.none()
                .with("a1", "", "CREATE TABLE a (id int);", "DROP TABLE a;")
                .with("b1", "a1", "CREATE TABLE b (" + columns + ");", "DROP TABLE b;");
    }

    private static List<String> pending(MigrationStatus status) {
        return status.pending().stream()
                .map(PendingRevision::revision)
                .map(Object::toString)
                .toList();
    }

    private static String problem(Runnable action) {
        try {
            action.run();
        } catch (MigrationException e) {
            return e.problem();
        }
        throw new AssertionError("It did not fail");
    }
}
