package dev.athanor.benchmarks.lint;

import dev.athanor.benchmarks.Arguments;
import dev.athanor.benchmarks.Benchmark;
import dev.athanor.benchmarks.Server;
import dev.athanor.benchmarks.report.Machine;
import dev.athanor.benchmarks.report.Table;
import dev.athanor.migration.Migrations;
import dev.athanor.migration.fix.Fix;
import dev.athanor.migration.fix.FixReport;
import dev.athanor.migration.fix.Fixer;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.lint.LintReport;
import dev.athanor.migration.lint.LintSettings;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Runs hazardous revisions on a filled table while writers work: how long lint said that it takes, how long it took, how
 * long the longest write waited, and the same for the safer form.
 */
public final class Lint implements Benchmark {

    private static final String TABLES =
            "CREATE TABLE customers (id bigint PRIMARY KEY);\nCREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT"
                    + " NULL, state text NOT NULL, amount integer, code text, note text);";

    private enum Hazard {
        INDEX("index", "CREATE INDEX orders_state ON orders (state, id);", "DROP INDEX orders_state;"),
        UNIQUE(
                "unique constraint",
                "ALTER TABLE orders ADD CONSTRAINT orders_code UNIQUE (code);",
                "ALTER TABLE orders DROP CONSTRAINT orders_code;"),
        FOREIGN_KEY(
                "foreign key",
                "ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers;",
                "ALTER TABLE orders DROP CONSTRAINT orders_customer;"),
        CHECK(
                "check",
                "ALTER TABLE orders ADD CONSTRAINT orders_amount CHECK (amount >= 0);",
                "ALTER TABLE orders DROP CONSTRAINT orders_amount;"),
        NOT_NULL(
                "NOT NULL",
                "ALTER TABLE orders ALTER COLUMN amount SET NOT NULL;",
                "ALTER TABLE orders ALTER COLUMN amount DROP NOT NULL;"),
        VOLATILE_DEFAULT(
                "volatile default",
                "ALTER TABLE orders ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();",
                "ALTER TABLE orders DROP COLUMN token;"),
        TYPE(
                "type change",
                "ALTER TABLE orders ALTER COLUMN amount TYPE bigint;",
                "ALTER TABLE orders ALTER COLUMN amount TYPE integer;");

        private final String words;
        private final String upgrade;
        private final String downgrade;

        Hazard(String words, String upgrade, String downgrade) {
            this.words = words;
            this.upgrade = upgrade;
            this.downgrade = downgrade;
        }

        Scripts scripts() {
            return Scripts.none()
                    .with("base_1", "", TABLES, "DROP TABLE orders, customers;")
                    .with("change_2", "base_1", upgrade, downgrade);
        }
    }

    /** What was measured of one form. */
    private record Run(Duration took, Duration longestPause) {}

    @Override
    public Table run(Arguments arguments) throws Exception {
        int rows = arguments.number("lint-rows", 2_000_000);
        List<List<String>> lines = new ArrayList<>();
        try (Server server = Server.start()) {
            for (Hazard hazard : Hazard.values()) {
                lines.add(line(server, hazard, rows));
            }
        }
        return new Table(
                List.of(
                        "change",
                        "estimate",
                        "took",
                        "to the estimate",
                        "longest write",
                        "safer: took",
                        "longest write"),
                lines,
                String.format(Locale.ROOT, "%,d rows, two writers; ", rows) + Machine.describe() + ".");
    }

    private static List<String> line(Server server, Hazard hazard, int rows) throws SQLException, IOException {
        TestDatabase database = filled(server, hazard, rows);
        Migrations original = migrations(database, hazard.scripts().files());
        LintReport report = original.lint(LintSettings.defaults());
        Optional<Duration> estimate = report.findings().stream()
                .flatMap(finding -> finding.size().stream())
                .flatMap(size -> size.duration().stream())
                .findFirst();
        FixReport fixes = new Fixer(original.scripts(), Tables.defaults(), RunSettings.defaults(), Placeholders.none())
                .fix(database.dataSource(), report, LintSettings.defaults());
        Run first = run(database, original);
        server.drop(database);
        Optional<Run> safer = Optional.empty();
        if (!fixes.fixes().isEmpty()) {
            TestDatabase other = filled(server, hazard, rows);
            safer = Optional.of(
                    run(other, migrations(other, files(hazard, fixes.fixes().get(0)))));
            server.drop(other);
        }
        return List.of(
                hazard.words,
                estimate.map(Lint::seconds).orElse("-"),
                seconds(first.took()),
                estimate.map(about -> String.format(
                                Locale.ROOT, "%.1f", first.took().toMillis() / (double) Math.max(1, about.toMillis())))
                        .orElse("-"),
                seconds(first.longestPause()),
                safer.map(run -> seconds(run.took())).orElse("-"),
                safer.map(run -> seconds(run.longestPause())).orElse("-"));
    }

    private static List<ScriptFile> files(Hazard hazard, Fix fix) {
        List<ScriptFile> files = new ArrayList<>(hazard.scripts().files().subList(0, 1));
        files.addAll(fix.earlier());
        files.add(fix.last());
        return files;
    }

    private static TestDatabase filled(Server server, Hazard hazard, int rows) {
        TestDatabase database = server.createDatabase();
        migrations(database, hazard.scripts().files().subList(0, 1)).upgrade();
        database.execute("INSERT INTO customers SELECT n FROM generate_series(1, 1000) n");
        database.execute("INSERT INTO orders SELECT n, n % 1000 + 1, 'new', 0, md5(n::text), repeat('x', 60)"
                + " FROM generate_series(1, " + rows + ") n");
        database.execute("VACUUM ANALYZE");
        database.execute("CHECKPOINT");
        return database;
    }

    private static Run run(TestDatabase database, Migrations migrations) throws SQLException {
        try (Writers writers = Writers.start(database, 2)) {
            long begun = System.nanoTime();
            migrations.upgrade();
            return new Run(Duration.ofNanos(System.nanoTime() - begun), writers.stop());
        }
    }

    private static Migrations migrations(TestDatabase database, List<ScriptFile> files) {
        return Migrations.builder(database.dataSource()).source(() -> files).build();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1_000.0);
    }
}
