package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.athanor.migration.history.HistoryEntry;
import dev.athanor.migration.lint.FailOn;
import dev.athanor.migration.lint.LintFinding;
import dev.athanor.migration.lint.LintRule;
import dev.athanor.migration.lint.LintSettings;
import dev.athanor.migration.lint.UpgradeLint;
import dev.athanor.migration.lint.UpgradeRefusedException;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** Tests upgrades that look at their revisions first, and what the history keeps of allowances. */
@ExtendWith(PostgresExtension.class)
class UpgradeLintIT {

    private static final String ANYWAY = " To upgrade anyway, run `migration upgrade --migration.lint.upgrade=warn`.";

    private final Logger logger = (Logger) LoggerFactory.getLogger(UpgradeGate.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void goAway() {
        logger.detachAppender(logged);
    }

    @Test
    void aRefusedUpgradeSaysWhyAndChangesNothing(TestDatabase database) {
        Migrations migrations = migrations(database, dangerous("-- b1"), UpgradeLint.REFUSE);
        migrations.upgrade("a1");

        assertThatThrownBy(migrations::upgrade)
                .isInstanceOf(UpgradeRefusedException.class)
                .hasMessage("The upgrade was refused, because lint reports 1 error (migration.lint.upgrade=refuse,"
                        + " migration.lint.fail-on=error):\n"
                        + "  db/revisions/b1.sql:8  error  ACCESS EXCLUSIVE on t_a1: writes the table anew; readers and"
                        + " writers wait. [rewrite]\n"
                        + "Nothing was changed. `migration lint` shows the safe ways. Write the revisions in such a way, or"
                        + " accept a finding with a line `-- @allow rule: reason` in its section." + ANYWAY);

        assertThat(migrations.schemaVersion()).isEqualTo("a1");
        assertThat(migrations.history()).extracting(HistoryEntry::revision).hasSize(1);
        assertThat(migrations.lastLint().orElseThrow().findings())
                .extracting(LintFinding::rule)
                .containsExactly(LintRule.REWRITE);
    }

    @Test
    void anAllowedFindingDoesNotRefuseAndTheHistoryKeepsTheReason(TestDatabase database) {
        Scripts scripts = dangerous("-- @allow rewrite: the table has 200 rows");
        Migrations migrations = migrations(database, scripts, UpgradeLint.REFUSE);
        migrations.upgrade("a1");

        migrations.upgrade();

        assertThat(notes(database)).containsExactly("a1", "b1 Allows rewrite: the table has 200 rows.");
    }

    @Test
    void theHistoryKeepsReasonsOfBothSectionsEvenIfLintDoesNotRun(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .with("a1", "", "CREATE TABLE t (id int);", "-- @allow data-lost: it is empty\nDROP TABLE t;")
                .with(
                        "b1",
                        Scripts.header("b1", "a1")
                                + "-- @upgrade transaction=none\n-- @allow index-blocks-writes: small.\n"
                                + "-- @allow wide-index: asked for\nCREATE INDEX i ON t (id);\n"
                                + "-- @downgrade\nDROP INDEX i;\n");
        Migrations migrations = migrations(database, scripts, UpgradeLint.OFF);

        migrations.upgrade();
        migrations.downgrade("base");

        assertThat(notes(database))
                .containsExactly(
                        "a1",
                        "b1 Allows index-blocks-writes: small. Allows wide-index: asked for.",
                        "b1",
                        "a1 Allows data-lost: it is empty.");
        assertThat(migrations.lastLint()).isEmpty();
    }

    @Test
    void aReasonStandsBehindTheOfferOfAnExtensionAlsoIfTheUpgradeIsWrittenDown(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .with(
                        "a1",
                        Scripts.header("a1", "")
                                + "-- @upgrade if-extension=plpgsql\n-- @allow rewrite: it's small\nSELECT 1;\n"
                                + "-- @downgrade nothing\n");
        Migrations migrations = migrations(database, scripts, UpgradeLint.OFF);
        String note = "a1 The server offers extension plpgsql: the section ran. Allows rewrite: it's small.";

        migrations.upgrade();
        migrations.downgrade("base");
        database.executeAll(migrations.sql().upgrade("heads"));

        assertThat(notes(database)).containsExactly(note, "a1", note);
    }

    @Test
    void aWarnedUpgradeLogsTheFindingsAndRuns(TestDatabase database) {
        Migrations migrations = migrations(database, dangerous("-- b1"), UpgradeLint.WARN);
        migrations.upgrade("a1");

        migrations.upgrade();

        assertThat(migrations.schemaVersion()).isEqualTo("b1");
        assertThat(warnings())
                .containsExactly(
                        "db/revisions/b1.sql:8  error  ACCESS EXCLUSIVE on t_a1: writes the table anew; readers and"
                                + " writers wait.\n    " + LintRule.REWRITE.safeWay() + " [rewrite]");
    }

    @Test
    void aDatabaseWithoutRevisionsIsNotLookedAt(TestDatabase database) {
        Migrations migrations = migrations(database, dangerous("-- b1"), UpgradeLint.REFUSE);

        migrations.upgrade();

        assertThat(migrations.schemaVersion()).isEqualTo("b1");
        assertThat(migrations.lastLint()).isEmpty();
    }

    @Test
    void findingsBelowTheWantedSeverityDoNotRefuse(TestDatabase database) {
        Migrations migrations =
                TestMigrations.of(database, dangerous("-- b1"), builder -> builder.upgradeLint(UpgradeLint.REFUSE)
                        .lint(LintSettings.defaults().withFailOn(FailOn.NEVER)));
        migrations.upgrade("a1");

        migrations.upgrade();

        assertThat(migrations.schemaVersion()).isEqualTo("b1");
        assertThat(warnings()).hasSize(1);
    }

    @Test
    void whereLintCannotRunARefusingUpgradeRefusesAndAWarningOneGoesOn(TestDatabase database) {
        String role = "poor_" + database.name();
        database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'p'");
        database.execute("GRANT ALL ON SCHEMA public TO " + role);
        TestDatabase poor = new TestDatabase(database.name(), database.url(), role, "p");
        try {
            migrations(poor, dangerous("-- b1"), UpgradeLint.OFF).upgrade("a1");

            Migrations refusing = migrations(poor, dangerous("-- b1"), UpgradeLint.REFUSE);
            assertThatThrownBy(refusing::upgrade)
                    .isInstanceOf(UpgradeRefusedException.class)
                    .hasMessage("The upgrade was refused, because lint could not look at its revisions"
                            + " (migration.lint.upgrade=refuse): " + refusal(role) + " Nothing was changed." + ANYWAY);
            assertThat(refusing.schemaVersion()).isEqualTo("a1");

            Migrations warning = migrations(poor, dangerous("-- b1"), UpgradeLint.WARN);
            warning.upgrade();
            assertThat(warning.schemaVersion()).isEqualTo("b1");
            assertThat(warnings())
                    .containsExactly("Lint could not look at the revisions of this upgrade, which goes on"
                            + " (migration.lint.upgrade=warn): " + refusal(role));
        } finally {
            database.execute("DROP OWNED BY " + role);
            database.execute("DROP ROLE " + role);
        }
    }

    @Test
    void aPlanHasTheFindingsOfItsStepsAndOneWithoutUpgradesHasNone(TestDatabase database) {
        Migrations migrations = migrations(database, dangerous("-- b1"), UpgradeLint.OFF);
        MigrationPlan up = migrations.planUpgrade();

        assertThat(migrations.lint(up).of(up.steps().get(0))).isEmpty();
        assertThat(migrations.lint(up).of(up.steps().get(1)))
                .extracting(LintFinding::rule)
                .containsExactly(LintRule.REWRITE);
        migrations.upgrade();
        assertThat(migrations.lint(migrations.planDowngrade("base")).report().revisions())
                .isEmpty();
    }

    private static String refusal(String role) {
        return "The role " + role
                + " may not create databases, and a throw-away one is needed: ERROR: permission denied to"
                + " create database\nWhere you develop, allow it: `ALTER ROLE " + role + " CREATEDB`. Otherwise name a"
                + " server for it: migration.shadow.url, migration.shadow.username and migration.shadow.password.";
    }

    private static Scripts dangerous(String line) {
        return Scripts.none()
                .withTable("a1", "")
                .with("b1", "a1", line + "\nALTER TABLE t_a1 ALTER id TYPE bigint;", "SELECT 1;");
    }

    private static Migrations migrations(TestDatabase database, Scripts scripts, UpgradeLint mode) {
        return TestMigrations.of(database, scripts, builder -> builder.upgradeLint(mode));
    }

    private static List<String> notes(TestDatabase database) {
        return database.texts("SELECT concat_ws(' ', revision, note) FROM migration_history ORDER BY id");
    }

    private List<String> warnings() {
        return logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
