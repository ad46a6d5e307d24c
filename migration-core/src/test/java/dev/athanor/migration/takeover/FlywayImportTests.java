package dev.athanor.migration.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.history.Direction;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.takeover.FlywayImport.Differences;
import dev.athanor.migration.takeover.FlywayImport.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlywayImportTests {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    private final List<ForeignFile> files = new ArrayList<>();
    private final List<FlywayRow> rows = new ArrayList<>();
    private ScriptDirectory known = ScriptDirectory.of(List.of());

    private FlywayImportTests file(String name, String text) {
        files.add(new ForeignFile(name, text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    private FlywayImportTests row(String version, String type) {
        rows.add(new FlywayRow(
                rows.size() + 1,
                FlywayVersion.parse(version),
                "a",
                type,
                "V" + version + "__a.sql",
                null,
                "anna",
                TIME.plusSeconds(rows.size()),
                Duration.ofMillis(7),
                true));
        return this;
    }

    private Import imported() {
        return FlywayImport.of(new Request(
                FlywaySettings.defaults(), files, new FlywayHistory(rows, Map.of()), known, Differences.REFUSED, TIME));
    }

    private void refused(String message) {
        assertThatThrownBy(this::imported).isInstanceOf(ImportException.class).hasMessage(message);
    }

    @Test
    void twoFilesWithOneVersionAreRefused() {
        file("V1__a.sql", "").file("V1.0__b.sql", "");

        refused("Two migrations have the version 1.0: V1__a.sql and V1.0__b.sql.\n"
                + "Flyway refuses this too. Rename or remove one of them, and import again.");
    }

    @Test
    void noMigrationAtAllIsRefused() {
        file("readme.txt", "");

        refused("Flyway has no migrations: its locations hold none, and its history names none.\n"
                + "Name the folder of the migrations with --location, such as --location"
                + " filesystem:src/main/resources/db/migration.");
    }

    @Test
    void aRevisionOfAnotherOriginWithTheSameIdIsRefused() {
        file("V1__a.sql", "").row("1", "SQL");
        known = ScriptDirectory.parse(
                List.of(new ScriptFile(
                        "db/revisions/x.sql", "-- mine\n-- Revision ID: 1\n-- @upgrade\n-- @downgrade nothing\n")),
                Placeholders.none());

        refused(
                "The project has a revision 1 (mine) in db/revisions/x.sql, and V1__a.sql of Flyway would become a revision"
                        + " with the same id.\n"
                        + "Give that revision another id, or name a folder of its own for the imported ones with"
                        + " --migration.directory and --migration.locations, and import again.");
    }

    @Test
    void aDatabaseWithoutARevisionBelowOneThatItHasIsRefused() {
        known = ScriptDirectory.parse(
                List.of(
                        new ScriptFile(
                                "1.sql",
                                "-- Revision ID: 1\n-- Flyway: V1__a.sql\n-- @upgrade\n-- @downgrade nothing\n"),
                        new ScriptFile(
                                "2.sql",
                                "-- Revision ID: 2\n-- Revises: 1\n-- Flyway: V2__a.sql\n-- @upgrade\n"
                                        + "-- @downgrade nothing\n")),
                Placeholders.none());
        row("2", "SQL");

        refused(
                "The revisions were imported from a database that has 1, which this database does not have, below others"
                        + " that it has.\n"
                        + "Run `flyway migrate` with out-of-order=true on this database, so that it has them too, and import"
                        + " again.");
    }

    @Test
    void whatWasUndoneIsPendingAndTheHistoryHasBoth() {
        file("V1__a.sql", "SELECT 1;").file("V2__a.sql", "SELECT 2;").file("U2__a.sql", "SELECT -2;");
        row("1", "SQL").row("2", "SQL").row("2", "UNDO_SQL");

        Import decided = imported();

        assertThat(decided.heads()).hasToString("1");
        assertThat(decided.steps().stream().map(step -> step.direction() + " " + step.revision()))
                .containsExactly("UPGRADE 1", "UPGRADE 2", "DOWNGRADE 2");
        assertThat(decided.pending())
                .extracting(revision -> revision.id().value())
                .containsExactly("2");
        assertThat(decided.revisions().get(1).text()).endsWith("-- @downgrade\nSELECT -2;\n");
        assertThat(decided.steps().get(0).direction()).isEqualTo(Direction.UPGRADE);
    }

    @Test
    void whatRepairDeletedIsPendingAndNamed() {
        file("V1__a.sql", "SELECT 1;").row("1", "SQL").row("1", "DELETE");

        Import decided = imported();

        assertThat(decided.heads().isEmpty()).isTrue();
        assertThat(decided.notes())
                .containsExactly(
                        "Row 2 of Flyway's history, which says that V1__a.sql was deleted, is not carried over.");
    }

    @Test
    void aMigrationOfAnotherKindIsAnEmptyRevisionAndNamed() {
        row("1", "CUSTOM");

        Import decided = imported();

        assertThat(decided.notes())
                .containsExactly(
                        "Migration V1__a.sql of type CUSTOM has no equivalent: its revision is empty. Write what it"
                                + " did in SQL or as a revision in Java, or new databases lack it.");
        assertThat(decided.revisions().get(0).text())
                .endsWith(
                        "-- @upgrade\n-- Flyway ran it as a migration of type CUSTOM.\n\n-- @downgrade irreversible\n");
    }

    @Test
    void aBaselineWithoutAMigrationIsNamed() {
        file("V2__a.sql", "SELECT 1;").row("1", "BASELINE").row("2", "SQL");

        assertThat(imported().notes())
                .containsExactly(
                        "Flyway began at the baseline 1 of a schema that no migration creates. Take that schema into a"
                                + " first revision, as docs/adopting.md describes, or new databases lack it.");
    }

    @Test
    void settingsOfAFileAndNamesThatFlywayIgnoresAreNamed() {
        file("V1__a.sql", "SELECT 1;")
                .file("V1__a.sql.conf", "shouldExecute=false\n")
                .file("Vx__a.sql", "")
                .file("beforeClean__all.sql", "")
                .row("1", "SQL");

        assertThat(imported().notes())
                .containsExactly(
                        "Setting shouldExecute in V1__a.sql.conf has no equivalent.",
                        "File Vx__a.sql is not carried over: its name is that of no migration, and Flyway ignores it too.",
                        "Callback beforeClean__all.sql is not carried over: Athanor has no event for beforeClean.");
    }

    @Test
    void aTransactionInTheFileDecidesHowTheRevisionCommits() {
        file("V1__a.sql", "BEGIN;\nSELECT 1;\nCOMMIT;\n").file("V2__a.sql", "BEGIN;\nSELECT 1;\nCOMMIT;\nSELECT 2;\n");
        row("1", "SQL").row("2", "SQL");

        List<ImportedRevision> revisions = imported().revisions();

        assertThat(revisions.get(0).text()).contains("-- @upgrade\nBEGIN;\n");
        assertThat(revisions.get(1).text()).contains("-- @upgrade transaction=none\nBEGIN;\n");
    }
}
