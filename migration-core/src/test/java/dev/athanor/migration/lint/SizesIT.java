package dev.athanor.migration.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class SizesIT {

    private static final String TABLES = """
            CREATE TABLE large (id bigint, text text);
            CREATE TABLE small (id bigint);
            CREATE TABLE parts (id bigint, text text) PARTITION BY RANGE (id);
            CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (50000);
            CREATE TABLE parts_2 PARTITION OF parts FOR VALUES FROM (50000) TO (1000000);""";

    @Test
    void aFindingHasTheSizeOfItsTableInTheTargetAndADurationIfTheTableIsLarge(TestDatabase database) {
        Scripts scripts = Scripts.none().with("base_1", "", TABLES, "DROP TABLE large, small, parts;");
        migrate(database, scripts);
        database.executeAll("""
                INSERT INTO large SELECT n, repeat('x', 100) FROM generate_series(1, 100000) n;
                INSERT INTO parts SELECT n, repeat('x', 100) FROM generate_series(1, 100000) n;
                INSERT INTO small SELECT n FROM generate_series(1, 100) n;
                ANALYZE large; ANALYZE small; ANALYZE parts_1; ANALYZE parts_2;""");
        scripts.with(
                "change_2",
                "base_1",
                "CREATE INDEX i ON large (id);\nCREATE INDEX j ON small (id);\nCREATE INDEX k ON parts (id);\n"
                        + "CREATE TABLE fresh (id int); CREATE INDEX l ON fresh (id);",
                "DROP INDEX i; DROP INDEX j; DROP INDEX k; DROP TABLE fresh;");

        LintReport report = lint(database, scripts, LintSettings.defaults());

        assertThat(size(report, "large").rows()).isEqualTo(100_000);
        assertThat(size(report, "large").bytes()).isEqualTo(database.count("SELECT pg_table_size('large')"));
        assertThat(size(report, "large").duration()).isPresent();
        assertThat(size(report, "small"))
                .isEqualTo(new SizeEstimate(100, database.count("SELECT pg_table_size('small')"), Optional.empty()));
        assertThat(size(report, "parts").rows()).isEqualTo(100_000);
        assertThat(size(report, "parts").duration()).isPresent();
        assertThat(database.texts("SELECT datname FROM pg_database WHERE datname LIKE 'migration%'"))
                .isEmpty();
    }

    @Test
    void anotherServerForThrowAwayDatabasesSaysNothingAboutDurations(TestDatabase database) {
        Scripts scripts = Scripts.none().with("base_1", "", TABLES, "DROP TABLE large, small, parts;");
        migrate(database, scripts);
        database.executeAll("INSERT INTO large SELECT n, repeat('x', 100) FROM generate_series(1, 100000) n");
        scripts.with("change_2", "base_1", "CREATE INDEX i ON large (id);", "DROP INDEX i;");

        LintReport report = lint(database, scripts, LintSettings.defaults().withShadow(database.dataSource()));

        assertThat(size(report, "large").duration()).isEmpty();
        assertThat(size(report, "large").rows()).isBetween(50_000L, 200_000L);
    }

    @Test
    void transactionsThatHaveRunForMoreThanAMinuteAreReported() {
        assertThat(new TargetActivity(0, Duration.ZERO, 0).sentences()).isEmpty();
        assertThat(new TargetActivity(2, Duration.ofMinutes(14), 1).sentences())
                .containsExactly(
                        "2 transactions have been running for more than a minute, the oldest for 14 minutes: CREATE INDEX"
                                + " CONCURRENTLY waits for every older transaction, and a strong lock waits for those"
                                + " that use its table.",
                        "One replica follows this server: queries there wait for strong locks too, and rewritten tables"
                                + " are sent as a whole.");
    }

    private static SizeEstimate size(LintReport report, String object) {
        List<LintFinding> found = report.findings().stream()
                .filter(finding -> finding.rule() == LintRule.INDEX_BLOCKS_WRITES
                        && finding.object().contains(object))
                .toList();
        assertThat(found).as("findings of %s in %s", object, report.findings()).hasSize(1);
        return found.get(0).size().orElseThrow();
    }

    private static void migrate(TestDatabase database, Scripts scripts) {
        Migrations.builder(database.dataSource()).source(scripts::files).build().upgrade();
    }

    private static LintReport lint(TestDatabase database, Scripts scripts, LintSettings settings) {
        ScriptDirectory directory = ScriptDirectory.parse(scripts.files(), Placeholders.none());
        return new Linter(directory, Tables.defaults(), RunSettings.defaults(), Placeholders.none())
                .lint(database.dataSource(), settings);
    }
}
