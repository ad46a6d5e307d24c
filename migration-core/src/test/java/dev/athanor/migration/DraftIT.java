package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.autogenerate.SchemaScript;
import dev.athanor.migration.plan.DraftException;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import dev.athanor.migration.validation.ValidationReport;
import dev.athanor.migration.verify.VerifySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A draft that was packaged is refused before anything is touched, and everybody says so. */
@ExtendWith(PostgresExtension.class)
class DraftIT {

    private static final String DRAFT = """
            -- add mail
            --
            -- Revision ID: b1
            -- Revises: a1
            -- Draft: Which mail do users get?

            -- @upgrade
            ALTER TABLE t_a1 ADD COLUMN mail text;

            -- @downgrade
            ALTER TABLE t_a1 DROP COLUMN mail;
            """;

    private static final String REFUSAL = """
            Revision b1 (add mail) is a draft: Which mail do users get?
            Complete its statements, and remove the line `-- Draft:` (db/revisions/b1.sql:5).""";

    private static final String INSTEAD = " Until then, `migration upgrade a1` runs what comes before it.";

    private static Scripts scripts() {
        return Scripts.none().withTable("a1", "").with("b1", DRAFT);
    }

    @Test
    void anUpgradeToADraftIsRefusedAndOneToWhatComesBeforeItRuns(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, scripts());

        assertThatThrownBy(migrations::upgrade)
                .isInstanceOf(DraftException.class)
                .hasMessage(REFUSAL + INSTEAD);
        assertThatThrownBy(migrations::planUpgrade).hasMessage(REFUSAL + INSTEAD);
        assertThatThrownBy(() -> migrations.sql().upgrade("head")).hasMessage(REFUSAL + INSTEAD);
        assertThat(database.exists("t_a1")).isFalse();

        migrations.upgrade("a1");

        assertThat(database.exists("t_a1")).isTrue();
        assertThatThrownBy(migrations::upgrade).hasMessage(REFUSAL);
        assertThat(migrations.schemaVersion()).isEqualTo("a1");
    }

    @Test
    void withoutItsLineItRuns(TestDatabase database) {
        Scripts completed = Scripts.none()
                .withTable("a1", "")
                .with("b1", DRAFT.replace("-- Draft: Which mail do users get?\n", ""));

        assertThat(TestMigrations.of(database, completed).upgrade().steps()).hasSize(2);
        assertThat(TestMigrations.of(database, completed).validate().findings()).isEmpty();
    }

    @Test
    void validateNamesItsFileAndLine(TestDatabase database) {
        assertThat(TestMigrations.of(database, scripts()).validate().findings())
                .containsExactly(new ValidationReport.Finding(
                        "db/revisions/b1.sql:5: Revision b1 (add mail) is a draft: Which mail do users get?",
                        "Complete its statements, and remove this line."));
    }

    @Test
    void theStatusSaysThatADraftIsPending(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, scripts());

        MigrationStatus before = migrations.status();
        migrations.upgrade("a1");
        MigrationStatus after = migrations.status();

        assertThat(before.state()).isEqualTo(MigrationStatus.State.PENDING);
        assertThat(before.summary() + "\n" + before.action())
                .isEqualTo("2 revisions are pending: a1, b1. " + REFUSAL + INSTEAD);
        assertThat(after.state()).isEqualTo(MigrationStatus.State.PENDING);
        assertThat(after.summary() + "\n" + after.action()).isEqualTo("1 revision is pending: b1. " + REFUSAL);
    }

    @Test
    void verifyAndAutogenerateSayWhatIsToDo(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, scripts());
        migrations.upgrade("a1");

        assertThatThrownBy(() -> migrations.verify(VerifySettings.all())).hasMessage(REFUSAL);
        assertThatThrownBy(() -> migrations
                        .comparisons()
                        .autogenerate(
                                SchemaScript.of(new ScriptFile("schema.sql", "CREATE TABLE t_a1 (id int)")),
                                migrations.scripts()))
                .hasMessage("The database is at a1, and the revisions lead to b1. " + REFUSAL
                        + " Then run `migration upgrade heads`. Or delete the file, and generate again.");
    }

    @Test
    void aResetIsRefusedBeforeItDestroysAnything(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, scripts(), builder -> builder.allowReset(true));
        migrations.upgrade("a1");
        database.execute("INSERT INTO t_a1 VALUES (1)");

        assertThatThrownBy(migrations::reset).hasMessage(REFUSAL + INSTEAD);
        assertThat(database.count("SELECT count(*) FROM t_a1")).isEqualTo(1);
    }

    @Test
    void aDraftWithoutAReasonIsOneAsWell(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .with("b1", DRAFT.replace(" Which mail do users get?", "").replace(" a1", ""));

        assertThatThrownBy(TestMigrations.of(database, scripts)::upgrade).hasMessage("""
                Revision b1 (add mail) is a draft.
                Complete its statements, and remove the line `-- Draft:` (db/revisions/b1.sql:5).""");
    }
}
