package dev.athanor.migration.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autogenerate.SchemaScript;
import dev.athanor.migration.autogenerate.WantedSchema;
import dev.athanor.migration.lint.LintRule;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What the tests say of wrong revisions. */
@ExtendWith(PostgresExtension.class)
class MigrationTestsIT {

    private static final ThreadLocal<Migrations> MIGRATIONS = new ThreadLocal<>();

    /** Run by the test below, and by nobody else: its name is no test's. */
    static final class Wrong implements MigrationTests {
        @Override
        public Optional<Migrations> migrations() {
            return Optional.ofNullable(MIGRATIONS.get());
        }
    }

    /** The same, which wants another schema than the revisions make. */
    static final class Wanting implements MigrationTests {
        @Override
        public Optional<Migrations> migrations() {
            return Optional.ofNullable(MIGRATIONS.get());
        }

        @Override
        public Optional<WantedSchema> wantedSchema() {
            return Optional.of(SchemaScript.of(new ScriptFile("schema.sql", "CREATE TABLE t_a1 (id bigint);")));
        }
    }

    @Test
    void wrongRevisionsFailEachInItsPlace(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .withTable("a1", "")
                .with("b1", "a1", "ALTER TABLE t_a1 ADD COLUMN b int;", "SELECT 1;")
                .with("c1", "a1", "SELECT nothing;", "SELECT 1;");
        String refused = "the upgrade of c1 fails at db/revisions/c1.sql:7, statement 1 of 1, `SELECT nothing`: ERROR:"
                + " column \"nothing\" does not exist; Position: 8 (SQLState 42703)";
        MIGRATIONS.set(
                Migrations.builder(database.dataSource()).source(scripts::files).build());
        try {
            assertThat(outcomes(Wrong.class))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "thereIsOneHead(Migrations)",
                            "There are 2 heads, b1, c1: join them with `migration merge heads`.",
                            "everyUpgradeRuns(VerifyReport)",
                            "c1  unproven # ms  revision c1\n      " + refused,
                            "allGoDownAndUpAgain(VerifyReport)",
                            "",
                            "noRevisionIsDangerous(LintCheck)",
                            "db/revisions/c1.sql:7  error  The statement fails: column \"nothing\" does not exist"
                                    + " (SQLState 42703).\n    Correct the statement, and run `migration lint` again."
                                    + " [does-not-run]\n1 error\nWrite the statements in the safe way, or accept a finding"
                                    + " with a line `-- @allow rule: reason` in its section. If these revisions are in"
                                    + " production already, override acceptedUpTo() and return \"<revision>\": then only"
                                    + " revisions after that one are looked at.",
                            "theSchemaIsTheWantedOne(SchemaCheck)",
                            "Assumption failed: There is no WantedSchema to compare with",
                            "a1 (revision a1)",
                            "",
                            "b1 (revision b1)",
                            "b1  unproven # ms  revision b1\n"
                                    + "      after the downgrade, left over: column t_a1.b\n"
                                    + "      the second upgrade of b1 fails at db/revisions/b1.sql:7, statement 1 of 1,"
                                    + " `ALTER TABLE t_a1 ADD COLUMN b int`: ERROR: column \"b\" of relation \"t_a1\" already"
                                    + " exists (SQLState 42701)",
                            "c1 (revision c1)",
                            "c1  unproven # ms  revision c1\n      " + refused));
        } finally {
            MIGRATIONS.remove();
        }
    }

    @Test
    void aSchemaThatIsNotTheWantedOneIsSaid(TestDatabase database) {
        MIGRATIONS.set(Migrations.builder(database.dataSource())
                .source(Scripts.none().withTable("a1", "").withTable("b1", "a1")::files)
                .build());
        try {
            assertThat(outcomes(Wanting.class).get("theSchemaIsTheWantedOne(SchemaCheck)"))
                    .isEqualTo("The database differs from schema.sql in 2 places:\n"
                            + "  table t_a1:\n"
                            + "    column id: differs: database type integer, schema.sql type bigint\n"
                            + "  table t_b1: only in the database\n"
                            + "Total: 1 only in the database, 1 differs.");
        } finally {
            MIGRATIONS.remove();
        }
    }

    /** The same, whose first two revisions are accepted as they are. */
    static final class Accepting implements MigrationTests {
        @Override
        public Optional<Migrations> migrations() {
            return Optional.ofNullable(MIGRATIONS.get());
        }

        @Override
        public String acceptedUpTo() {
            return "b1";
        }
    }

    @Test
    void dangerousRevisionsFailUnlessTheyAreAccepted(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .withTable("a1", "")
                .with("b1", "a1", "ALTER TABLE t_a1 ALTER id TYPE bigint;", "ALTER TABLE t_a1 ALTER id TYPE int;")
                .with("c1", "b1", "ALTER TABLE t_a1 ADD COLUMN c int;", "ALTER TABLE t_a1 DROP COLUMN c;");
        MIGRATIONS.set(
                Migrations.builder(database.dataSource()).source(scripts::files).build());
        try {
            assertThat(outcomes(Wrong.class).get("noRevisionIsDangerous(LintCheck)"))
                    .isEqualTo(
                            "db/revisions/b1.sql:7  error  ACCESS EXCLUSIVE on t_a1: writes the table anew; readers and"
                                    + " writers wait.\n    " + LintRule.REWRITE.safeWay() + " [rewrite]\n1 error\n"
                                    + "Write the statements in the safe way, or accept a finding with a line `-- @allow rule:"
                                    + " reason` in its section. If these revisions are in production already, override"
                                    + " acceptedUpTo() and return \"c1\": then only revisions after that one are looked at.");
            assertThat(outcomes(Accepting.class).get("noRevisionIsDangerous(LintCheck)"))
                    .isEmpty();
        } finally {
            MIGRATIONS.remove();
        }
    }

    @Test
    void aTestWithoutMigrationsIsToldWhatToDo() {
        assertThat(outcomes(Wrong.class).get("thereIsOneHead(Migrations)"))
                .endsWith("Test Wrong has no migrations: there is no Spring context, and migrations() gives none.\n"
                        + "Put @SpringBootTest on it, or override migrations().");
    }

    /** What each test failed with; nothing where it passed. */
    private static Map<String, String> outcomes(Class<?> tests) {
        Map<String, String> outcomes = new TreeMap<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    String message =
                            result.getThrowable().map(Throwable::getMessage).orElse("");
                    outcomes.put(test.getDisplayName(), message.strip().replaceAll(" +\\d+ ms", " # ms"));
                }
            }
        });
        return outcomes;
    }
}
