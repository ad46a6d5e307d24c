package dev.athanor.migration.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.RevisionHeader;
import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests which revisions lint looks at, what their traces hold, and what happens around the findings. */
@ExtendWith(PostgresExtension.class)
class LintIT {

    private static final String ORDERS =
            "CREATE TABLE orders (id bigint PRIMARY KEY, note text, amount int);\nCREATE INDEX orders_amount ON orders (amount);";

    @Test
    void aTraceHoldsLocksRewritesAndScansWithTheirStatements(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .with("a1", "", ORDERS, "")
                .with(
                        "b2",
                        "a1",
                        "ALTER TABLE orders ADD COLUMN x int;\nCREATE TABLE fresh (id int);\n"
                                + "ALTER TABLE orders ALTER amount TYPE bigint;",
                        "");

        List<StatementTrace> traces = lint(database, scripts, "b2").traces();

        assertThat(traces.get(0).place()).hasToString("db/revisions/b2.sql:7");
        assertThat(traces.get(0).taken())
                .extracting(HeldLock::toString)
                .containsExactly("ACCESS EXCLUSIVE on table public.orders");
        assertThat(traces.get(1).taken())
                .extracting(lock -> lock + " " + lock.relation().existedBefore())
                .contains("ACCESS EXCLUSIVE on table public.fresh false");
        assertThat(traces.get(2).place().number()).isEqualTo(3);
        assertThat(traces.get(2).locks())
                .filteredOn(lock -> lock.relation().name().name().equals("orders"))
                .extracting(lock -> lock.mode() + " since " + lock.since())
                .contains("ACCESS EXCLUSIVE since 1");
        assertThat(traces.get(2).rewritten())
                .extracting(TracedRelation::toString)
                .contains("table public.orders", "index public.orders_amount", "index public.orders_pkey");
        assertThat(traces.get(2).scanned()).extracting(TracedRelation::toString).contains("table public.orders");
    }

    @Test
    void aFindingSaysWhatHappensWhereAndHowToWriteItSafely(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .with("a1", "", ORDERS, "")
                .with("b2", "a1", "ALTER TABLE orders ALTER amount TYPE bigint;", "");

        assertThat(lint(database, scripts, "b2").findings())
                .extracting(LintFinding::toString)
                .containsExactly(
                        "db/revisions/b2.sql:7: error: ACCESS EXCLUSIVE on orders: writes the table and 2 indexes"
                                + " anew; readers and writers wait. Add a new column, fill it in batches (`batch=5000 key=id`),"
                                + " and swap the columns in a later release. [rewrite]");
    }

    @Test
    void eachScopeSelectsItsRevisions(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .withTable("a1", "")
                .withTable("b2", "a1")
                .withTable("c3", "b2")
                .withTable("d4", "b2");
        Migrations migrations = TestMigrations.of(database, scripts);
        migrations.upgrade("b2");

        assertThat(revisions(migrations, new LintScope.Pending())).containsExactlyInAnyOrder("c3", "d4");
        assertThat(revisions(migrations, new LintScope.All())).containsExactlyInAnyOrder("a1", "b2", "c3", "d4");
        assertThat(revisions(migrations, new LintScope.Since(Target.parse("a1"))))
                .containsExactlyInAnyOrder("b2", "c3", "d4");
        assertThat(revisions(migrations, new LintScope.Files(List.of("revisions/d4.sql", "a1.sql"))))
                .containsExactly("a1", "d4");
        assertThatThrownBy(() -> revisions(migrations, new LintScope.Files(List.of("x.sql"))))
                .isInstanceOf(MigrationException.class)
                .hasMessage("No revision of this build has the file x.sql.\n"
                        + "Name a file as `migration history --verbose` shows it, or its last part.");
        assertThat(database.texts("SELECT datname FROM pg_database WHERE datname LIKE 'migration\\_verify\\_%'"))
                .isEmpty();
    }

    private static List<String> revisions(Migrations migrations, LintScope scope) {
        return migrations.lint(LintSettings.defaults().withScope(scope)).revisions().stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void anAllowedFindingDoesNotCount(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .with("a1", "", ORDERS, "")
                .with(
                        "b2",
                        "a1",
                        "-- @allow rewrite: the table has 200 rows\nALTER TABLE orders ALTER amount TYPE bigint;\n"
                                + "CREATE INDEX i ON orders (note);",
                        "");

        LintReport report = lint(database, scripts, "b2");

        assertThat(report.open())
                .extracting(LintFinding::rule)
                .containsExactly(LintRule.INDEX_BLOCKS_WRITES, LintRule.WORK_AFTER_LOCK);
        assertThat(report.findings().get(2).allowed()).contains("the table has 200 rows");
        assertThat(report.allowed()).isEqualTo(1);
        assertThat(report.count(Severity.ERROR)).isEqualTo(2);
        assertThat(report.fails(LintSettings.defaults())).isTrue();
        assertThat(report.fails(LintSettings.defaults().withFailOn(FailOn.NEVER)))
                .isFalse();
    }

    @Test
    void anUnknownRuleIsRefusedWithTheNearestOne(TestDatabase database) {
        Scripts scripts = Scripts.none().with("a1", "", "-- @allow rewrit: small\n" + ORDERS, "");

        assertThatThrownBy(() -> lint(database, scripts, "a1"))
                .isInstanceOf(InvalidScriptException.class)
                .hasMessageStartingWith(
                        "db/revisions/a1.sql:7: Lint has no rule `rewrit`.\nThe nearest rule is `rewrite`."
                                + " The rules are attach-scan, breaks-old-code, char-type, check-scan, ");
    }

    @Test
    void onlySchemasThatNoRevisionCreatesAreOutside(TestDatabase database) {
        database.execute("CREATE SCHEMA billing");
        Scripts scripts = Scripts.none()
                .with(
                        "a1",
                        "",
                        "CREATE SCHEMA ours; CREATE TABLE ours.t (id int); CREATE TABLE billing.t (id int);",
                        "")
                .with(
                        "b2",
                        "a1",
                        "CREATE TABLE ours.u (id int);\nINSERT INTO ours.t VALUES (1);\n"
                                + "CREATE FUNCTION billing.f() RETURNS int LANGUAGE sql AS 'SELECT 1';\n"
                                + "CREATE TYPE billing.mood AS ENUM ('ok');\nINSERT INTO billing.t VALUES (1);\n"
                                + "SELECT * FROM billing.t;",
                        "");

        assertThat(lint(database, scripts, "b2").findings())
                .extracting(finding -> finding.rule().id() + " " + finding.line() + " " + finding.object())
                .containsExactly(
                        "writes-outside-schema 9 function billing.f",
                        "writes-outside-schema 10 type billing.mood",
                        "writes-outside-schema 11 relation billing.t");
    }

    @Test
    void aFailureIsAFindingAndAnEarlierOneIsRefused(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .withTable("a1", "")
                .with("b2", "a1", "CREATE TABLE x (id int);\nALTER TABLE nothing ADD COLUMN y int;", "")
                .withTable("c3", "b2");

        LintReport report = lint(database, scripts, "b2");

        assertThat(report.findings())
                .extracting(LintFinding::toString)
                .containsExactly(
                        "db/revisions/b2.sql:8: error: The statement fails: relation \"nothing\" does not exist"
                                + " (SQLState 42P01). Correct the statement, and run `migration lint` again. [does-not-run]");
        assertThatThrownBy(() -> lint(database, scripts, "c3"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("The upgrade of b2 fails in an empty database at db/revisions/b2.sql:8, statement 2 of 2,"
                        + " `ALTER TABLE nothing ADD COLUMN y int`: ERROR: relation \"nothing\" does not exist (SQLState"
                        + " 42P01)\nCorrect it first: what lint looks at comes after it.");
    }

    @Test
    void aDatabaseAheadOfTheBuildHasNoPendingRevisions(TestDatabase database) {
        TestMigrations.of(database, Scripts.none().withTable("a1", "").withTable("zz", "a1"))
                .upgrade();
        Migrations older = TestMigrations.of(database, Scripts.none().withTable("a1", ""));

        assertThatThrownBy(() -> older.lint(LintSettings.defaults()))
                .isInstanceOf(MigrationException.class)
                .hasMessage("The database is at zz, and this build does not have zz: which revisions are pending is not"
                        + " known.\nRun lint with the build that has upgraded the database, or look at all revisions:"
                        + " `migration lint --all`.");
    }

    @Test
    void revisionsInJavaAreTracedWithTheirOwnAccessToData(TestDatabase database) {
        Scripts scripts = Scripts.none().with("a1", "", ORDERS, "");
        Migrations migrations = TestMigrations.of(
                database, scripts, builder -> builder.revision(new Changing()).revision(new Stepping()));

        LintReport report = migrations.lint(LintSettings.defaults().withScope(new LintScope.Since(Target.parse("a1"))));

        assertThat(report.findings())
                .extracting(finding -> finding.revision() + " " + finding.rule().id() + " "
                        + finding.allowed().orElse("not allowed"))
                .containsExactlyInAnyOrder(
                        "j1 unbounded-change not allowed",
                        "j1 index-blocks-writes few rows",
                        "j2 duplicate-index not allowed",
                        "j2 index-blocks-writes not allowed");
        assertThat(report.of(report.revisions().get(0)).get(0).file()).endsWith("lint/LintIT.java");
    }

    @RevisionHeader(id = "j1", revises = "a1", allow = "index-blocks-writes: few rows")
    static final class Changing implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.execute("SELECT 1");
            op.jdbc().sql("UPDATE orders SET note = 'x'").update();
            op.execute("CREATE INDEX i ON orders (note)");
        }
    }

    @RevisionHeader(id = "j2", revises = "j1", transactional = false)
    static final class Stepping implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE INDEX CONCURRENTLY j ON orders (note)");
            op.execute("CREATE INDEX k ON orders (note, amount)");
        }
    }

    private static LintReport lint(TestDatabase database, Scripts scripts, String revision) {
        String file = scripts.files().stream()
                .map(ScriptFile::location)
                .filter(location -> location.endsWith("/" + revision + ".sql"))
                .findFirst()
                .orElseThrow();
        return TestMigrations.of(database, scripts)
                .lint(LintSettings.defaults().withScope(new LintScope.Files(List.of(file))));
    }
}
