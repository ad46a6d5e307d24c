package dev.athanor.migration.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.lint.LintFinding;
import dev.athanor.migration.lint.LintReport;
import dev.athanor.migration.lint.LintRule;
import dev.athanor.migration.lint.LintScope;
import dev.athanor.migration.lint.LintSettings;
import dev.athanor.migration.lint.Linter;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Rewrites hazardous revisions, and compares with queries of the test's own what the original and the safer revisions
 * make of a database with rows.
 */
@ExtendWith(PostgresExtension.class)
class FixerIT {

    private static final String BASE = """
            CREATE TABLE customers (id bigint PRIMARY KEY, mail text);
            CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, state text, amount int, code text);
            CREATE TABLE loose (id bigint, note text, ääääääääääääääääääääääääääää text DEFAULT 'x');
            CREATE INDEX orders_state ON orders (state);
            CREATE INDEX orders_customer ON orders (customer_id);
            INSERT INTO customers SELECT n, 'm' || n FROM generate_series(1, 40) n;
            INSERT INTO orders SELECT n, n, 'new', n, 'c' || n FROM generate_series(1, 40) n;
            INSERT INTO loose SELECT n, 'n' FROM generate_series(1, 40) n;""";

    private static final String DROP_BASE = "DROP TABLE orders; DROP TABLE customers; DROP TABLE loose;";

    /**
     * A revision, and what takes its place.
     *
     * @param parts the options of the upgrade sections of the safer revisions
     */
    record Case(String upgrade, String downgrade, List<String> parts) {}

    static Stream<Case> fixed() {
        return Stream.of(
                new Case(
                        "CREATE INDEX orders_code ON orders (code);",
                        "DROP INDEX orders_code;",
                        List.of("transaction=none")),
                new Case(
                        "CREATE INDEX orders_code ON orders (code) INCLUDE (amount) WHERE amount > 3;\n"
                                + "CREATE TABLE notes (id bigint PRIMARY KEY);",
                        "DROP TABLE notes; DROP INDEX orders_code;",
                        List.of("transaction=none", "")),
                new Case(
                        "DROP INDEX orders_state;",
                        "CREATE INDEX orders_state ON orders (state);",
                        List.of("transaction=none")),
                new Case(
                        "ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (customer_id) REFERENCES customers ON DELETE CASCADE;",
                        "ALTER TABLE orders DROP CONSTRAINT f;",
                        List.of("", "transaction=none")),
                new Case(
                        "ALTER TABLE orders ADD CONSTRAINT c CHECK (amount > 0);",
                        "ALTER TABLE orders DROP CONSTRAINT c;",
                        List.of("", "transaction=none")),
                new Case(
                        "ALTER TABLE orders ALTER COLUMN code SET NOT NULL;",
                        "ALTER TABLE orders ALTER COLUMN code DROP NOT NULL;",
                        List.of("transaction=none")),
                new Case(
                        "ALTER TABLE loose ALTER COLUMN ääääääääääääääääääääääääääää SET NOT NULL;",
                        "ALTER TABLE loose ALTER COLUMN ääääääääääääääääääääääääääää DROP NOT NULL;",
                        List.of("transaction=none")),
                new Case(
                        "ALTER TABLE orders ADD CONSTRAINT u UNIQUE (code) DEFERRABLE INITIALLY DEFERRED;",
                        "ALTER TABLE orders DROP CONSTRAINT u;",
                        List.of("transaction=none")),
                new Case(
                        "ALTER TABLE loose ADD CONSTRAINT p PRIMARY KEY (id);",
                        "ALTER TABLE loose DROP CONSTRAINT p; ALTER TABLE loose ALTER COLUMN id DROP NOT NULL;",
                        List.of("transaction=none")),
                new Case(
                        "ALTER TABLE orders ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();",
                        "ALTER TABLE orders DROP COLUMN token;",
                        List.of("", "batch=5000 key=id", "transaction=none")),
                new Case(
                        "ALTER TABLE orders ADD COLUMN at timestamptz DEFAULT clock_timestamp();",
                        "ALTER TABLE orders DROP COLUMN at;",
                        List.of("", "batch=5000 key=id")),
                new Case(
                        "ALTER TABLE orders ADD COLUMN total int;\n"
                                + "-- all orders have one item so far\nUPDATE orders SET total = amount * 2;",
                        "ALTER TABLE orders DROP COLUMN total;",
                        List.of("", "batch=5000 key=id")),
                new Case(
                        "ALTER TABLE orders ALTER COLUMN code SET DEFAULT 'x';\n"
                                + "ALTER TABLE customers ALTER COLUMN mail SET DEFAULT 'y';",
                        "ALTER TABLE customers ALTER COLUMN mail DROP DEFAULT;\n"
                                + "ALTER TABLE orders ALTER COLUMN code DROP DEFAULT;",
                        List.of("", "")),
                new Case(
                        "ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;\n"
                                + "ALTER TABLE orders VALIDATE CONSTRAINT f;",
                        "ALTER TABLE orders DROP CONSTRAINT f;",
                        List.of("", "transaction=none")),
                new Case("REINDEX TABLE orders;", "SELECT 1;", List.of("transaction=none")),
                new Case(
                        "ALTER TABLE orders ADD CONSTRAINT u UNIQUE (code);\nALTER TABLE orders ADD COLUMN more text;",
                        "irreversible",
                        List.of("transaction=none", "")));
    }

    @ParameterizedTest
    @MethodSource("fixed")
    void theSaferRevisionsEndInTheSameSchemaWithTheSameRowsAndHaveNoSuchFinding(Case one, TestDatabase database) {
        Scripts scripts = scripts(one);
        Migrations original = migrations(database, scripts.files());
        original.upgrade();
        List<String> wanted = CatalogSnapshot.of(database);
        List<String> rows = rows(database);

        TestDatabase other = PostgresServer.get().createDatabase("fixed");
        try {
            migrations(other, scripts.files().subList(0, 1)).upgrade();
            List<String> before = CatalogSnapshot.of(other);
            FixReport report = fix(other, scripts);

            assertThat(report.unfixed()).isEmpty();
            Fix fix = report.fixes().get(0);
            assertThat(options(fix)).isEqualTo(one.parts());
            assertThat(fix.fixed()).isNotEmpty();
            assertThat(fix.rest().stream().map(LintFinding::rule))
                    .isSubsetOf(
                            LintRule.FOREIGN_KEY_WITHOUT_INDEX,
                            LintRule.LOCK_ON_ANOTHER_TABLE,
                            LintRule.TWO_HOT_TABLES);

            List<ScriptFile> files = new ArrayList<>(scripts.files().subList(0, 1));
            files.addAll(fix.earlier());
            files.add(fix.last());
            Migrations safer = migrations(other, files);
            safer.upgrade();
            assertThat(CatalogSnapshot.of(other)).isEqualTo(wanted);
            assertThat(rows(other)).isEqualTo(rows);
            if (!one.downgrade().equals("irreversible")) {
                safer.downgrade("base_1");
                assertThat(CatalogSnapshot.of(other)).isEqualTo(before);
            }
        } finally {
            PostgresServer.get().dropDatabase(other);
        }
    }

    @Test
    void theLastPartKeepsTheIdAndTheCommentsOfTheOriginal(TestDatabase database) {
        Case one = new Case(
                "-- the key that the shop asks for\nALTER TABLE orders ADD CONSTRAINT u UNIQUE (code);\n\n"
                        + "-- free text\nALTER TABLE orders ADD COLUMN more text;",
                "ALTER TABLE orders DROP COLUMN more;\nALTER TABLE orders DROP CONSTRAINT u;",
                List.of());
        Scripts scripts = scripts(one);
        migrations(database, scripts.files().subList(0, 1)).upgrade();

        Fix fix = fix(database, scripts).fixes().get(0);

        assertThat(fix.earlier()).hasSize(1);
        String id = fix.earlier().get(0).text().replaceAll("(?s).*Revision ID: (\\w+).*", "$1");
        assertThat(fix.earlier().get(0))
                .isEqualTo(new ScriptFile("db/revisions/change_2_part1.sql", """
                -- revision change_2, part 1 of 2
                --
                -- Revision ID: %s
                -- Revises: base_1

                -- @upgrade transaction=none
                -- the key that the shop asks for
                CREATE UNIQUE INDEX CONCURRENTLY u ON orders (code);

                ALTER TABLE orders ADD CONSTRAINT u UNIQUE USING INDEX u;

                -- @downgrade transaction=none
                ALTER TABLE orders DROP CONSTRAINT u;
                """.formatted(id)));
        assertThat(fix.last()).isEqualTo(new ScriptFile("db/revisions/change_2.sql", """
                -- revision change_2
                --
                -- Revision ID: change_2
                -- Revises: %s

                -- @upgrade
                -- free text
                ALTER TABLE orders ADD COLUMN more text;

                -- @downgrade
                ALTER TABLE orders DROP COLUMN more;
                """.formatted(id)));
    }

    static Stream<Case> unfixed() {
        return Stream.of(
                new Case(
                        "ALTER TABLE orders ALTER COLUMN amount TYPE bigint;",
                        "ALTER TABLE orders ALTER COLUMN amount TYPE int;",
                        List.of(
                                "Revision change_2 has findings for which there is no generated safer form.",
                                "Follow the advice of each finding by hand.")),
                new Case(
                        "CREATE INDEX i ON orders (code);\nALTER TABLE orders ADD COLUMN x int;",
                        "ALTER TABLE orders DROP COLUMN x;\nUPDATE orders SET amount = 1;\nDROP INDEX i;",
                        List.of(
                                "The downgrade of revision change_2 changes rows after it has changed the schema:"
                                        + " UPDATE orders SET amount = 1.",
                                "Split the revision by hand, so that each part has its own rows to restore.")));
    }

    @ParameterizedTest
    @MethodSource("unfixed")
    void aRevisionWithoutASaferFormStaysAndTheReportSaysWhy(Case one, TestDatabase database) {
        Scripts scripts = scripts(one);
        migrations(database, scripts.files().subList(0, 1)).upgrade();

        FixReport report = fix(database, scripts);

        assertThat(report.fixes()).isEmpty();
        assertThat(report.unfixed()).singleElement().satisfies(unfixed -> assertThat(
                        List.of(unfixed.problem(), unfixed.action()))
                .isEqualTo(one.parts()));
    }

    @Test
    void rowsThatAreNotFilledYetCanStillBeChangedBetweenTheParts(TestDatabase database) {
        Scripts scripts = scripts(new Case(
                "ALTER TABLE orders ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();",
                "ALTER TABLE orders DROP COLUMN token;",
                List.of()));
        migrations(database, scripts.files().subList(0, 1)).upgrade();
        Fix fix = fix(database, scripts).fixes().get(0);
        List<ScriptFile> files = new ArrayList<>(scripts.files().subList(0, 1));

        for (ScriptFile part :
                Stream.concat(fix.earlier().stream(), Stream.of(fix.last())).toList()) {
            files.add(part);
            migrations(database, files).upgrade();
            database.execute("UPDATE orders SET amount = amount + 1 WHERE id = 7");
        }

        assertThat(database.count("SELECT amount FROM orders WHERE id = 7")).isEqualTo(10);
        assertThat(database.count("SELECT count(DISTINCT token) FROM orders")).isEqualTo(40);
    }

    @Test
    void everyConnectionToTheTargetIsGivenBack(TestDatabase database) {
        Scripts scripts = scripts(fixed().findFirst().orElseThrow());
        migrations(database, scripts.files().subList(0, 1)).upgrade();
        AtomicInteger open = new AtomicInteger();
        DataSource counted = new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                return counted(super.getConnection(), open);
            }
        };

        assertThat(fix(counted, scripts).fixes()).hasSize(1);

        assertThat(open).hasValue(0);
    }

    private static Connection counted(Connection connection, AtomicInteger open) {
        open.incrementAndGet();
        return (Connection) Proxy.newProxyInstance(
                FixerIT.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close") && !connection.isClosed()) {
                        open.decrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Scripts scripts(Case one) {
        Scripts scripts = Scripts.none().with("base_1", "", BASE, DROP_BASE);
        return one.downgrade().equals("irreversible")
                ? scripts.with(
                        "change_2",
                        Scripts.header("change_2", "base_1") + "-- @upgrade\n" + one.upgrade()
                                + "\n\n-- @downgrade irreversible\n")
                : scripts.with("change_2", "base_1", one.upgrade(), one.downgrade());
    }

    private static FixReport fix(TestDatabase database, Scripts scripts) {
        return fix(database.dataSource(), scripts);
    }

    private static FixReport fix(DataSource target, Scripts scripts) {
        ScriptDirectory directory = ScriptDirectory.parse(scripts.files(), Placeholders.none());
        LintSettings settings = LintSettings.defaults().withScope(new LintScope.Pending());
        LintReport report = new Linter(directory, Tables.defaults(), RunSettings.defaults(), Placeholders.none())
                .lint(target, settings);
        return new Fixer(directory, Tables.defaults(), RunSettings.defaults(), Placeholders.none())
                .fix(target, report, settings);
    }

    private static List<String> options(Fix fix) {
        return Stream.concat(fix.earlier().stream(), Stream.of(fix.last()))
                .map(file -> file.text().replaceAll("(?s).*-- @upgrade ?([^\\n]*)\\n.*", "$1"))
                .toList();
    }

    private static List<String> rows(TestDatabase database) {
        return database.texts("SELECT (to_jsonb(o) - 'token' - 'at')::text FROM orders o ORDER BY id");
    }

    private static Migrations migrations(TestDatabase database, List<ScriptFile> files) {
        return Migrations.builder(database.dataSource()).source(() -> files).build();
    }
}
