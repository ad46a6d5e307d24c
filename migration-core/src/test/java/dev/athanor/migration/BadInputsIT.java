package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that everything wrong with scripts, targets and version tables is refused with a complete message, without
 * changing anything.
 */
class BadInputsIT {

    /** Defines two branches on b1, one of them with a label, and a separate line that needs b1. */
    private static final Scripts GRAPH = Scripts.none()
            .with(
                    "a1",
                    Scripts.header("a1", "") + "-- @upgrade\nCREATE TABLE t_a1 (id int);\n-- @downgrade irreversible\n")
            .with(
                    "b1",
                    "a1",
                    "CREATE TABLE t_b1 (id int PRIMARY KEY);\nINSERT INTO t_b1 VALUES (1);",
                    "DROP TABLE t_b1;")
            .withTable("c1", "b1")
            .with("c2", "-- Revision ID: c2\n-- Revises: b1\n-- Branch Labels: search\n\n-- @upgrade\nSELECT 1;\n")
            .with("e1", "-- Revision ID: e1\n-- Depends On: b1\n\n-- @upgrade\n-- @downgrade\n");

    private static TestDatabase database;
    private static List<String> untouched;

    @BeforeAll
    static void upgradeToTheMiddle() {
        database = PostgresServer.get().createDatabase("badinputs");
        TestMigrations.of(database, GRAPH).upgrade("b1");
        untouched = photo();
    }

    @AfterAll
    static void drop() {
        PostgresServer.get().dropDatabase(database);
    }

    static Stream<BadInput> scripts() throws IOException {
        return BadInput.read("script/invalid-scripts.txt");
    }

    static Stream<BadInput> others() throws IOException {
        return BadInput.read("bad-inputs.txt");
    }

    @ParameterizedTest
    @MethodSource({"scripts", "others"})
    void isRefusedAndNothingIsChanged(BadInput input) {
        setRows(input.rows());
        List<String> before = photo();

        Throwable refusal = catchThrowable(() -> input.run(migrations(input)));

        assertThat(refusal).isInstanceOf(MigrationException.class);
        assertThat(refusal.getMessage()).isEqualTo(input.message());
        assertThat(photo()).isEqualTo(before);
        setRows(List.of("b1"));
        assertThat(photo()).isEqualTo(untouched);
    }

    @Test
    void theTablesAreLongEnough() throws IOException {
        assertThat(Stream.concat(scripts(), others()).map(BadInput::name).distinct())
                .hasSizeGreaterThanOrEqualTo(100);
    }

    private static Migrations migrations(BadInput input) {
        List<ScriptFile> files = new ArrayList<>(GRAPH.files());
        input.files().forEach(file -> {
            files.removeIf(known -> known.location().equals(file.location()));
            files.add(file);
        });
        return Migrations.builder(database.dataSource()).source(() -> files).build();
    }

    private static void setRows(List<String> rows) {
        database.execute("DELETE FROM migration_version");
        rows.forEach(row -> database.execute("INSERT INTO migration_version VALUES ('" + row + "')"));
    }

    /** Records the state of the database. A failed attempt may only leave a row in the history that says so. */
    private static List<String> photo() {
        List<String> photo = new ArrayList<>(CatalogSnapshot.of(database));
        photo.addAll(database.texts("SELECT 'version ' || version_num FROM migration_version ORDER BY 1"));
        photo.addAll(database.texts("SELECT 'row ' || id FROM t_b1"));
        photo.addAll(database.texts("SELECT concat_ws(' ', direction, revision, checksum) FROM migration_history"
                + " WHERE outcome = 'success' ORDER BY id"));
        return photo;
    }
}
