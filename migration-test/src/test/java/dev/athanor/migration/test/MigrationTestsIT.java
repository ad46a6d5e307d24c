package dev.athanor.migration.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.athanor.migration.Migrations;
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

    private static final ThreadLocal<Migrations> WRONG = new ThreadLocal<>();

    /** Run by the test below, and by nobody else: its name is no test's. */
    static final class Wrong implements MigrationTests {
        @Override
        public Optional<Migrations> migrations() {
            return Optional.ofNullable(WRONG.get());
        }
    }

    @Test
    void wrongRevisionsFailEachInItsPlace(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .withTable("a1", "")
                .with("b1", "a1", "ALTER TABLE t_a1 ADD COLUMN b int;", "SELECT 1;")
                .with("c1", "a1", "SELECT nothing;", "SELECT 1;");
        WRONG.set(
                Migrations.builder(database.dataSource()).source(scripts::files).build());
        try {
            assertThat(outcomes())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "thereIsOneHead(Migrations)",
                            "There are 2 heads, b1, c1: join them with `migration merge heads`.",
                            "everyUpgradeRuns(VerifyReport)",
                            "c1  unproven # ms  revision c1\n"
                                    + "      the upgrade of c1 fails: ERROR: column \"nothing\" does not exist\n"
                                    + "          Position: 8 (SQLState 42703)",
                            "allGoDownAndUpAgain(VerifyReport)",
                            "",
                            "a1 (revision a1)",
                            "",
                            "b1 (revision b1)",
                            "b1  unproven # ms  revision b1\n"
                                    + "      after the downgrade, left over: column t_a1.b\n"
                                    + "      the second upgrade of b1 fails: ERROR: column \"b\" of relation \"t_a1\" already"
                                    + " exists (SQLState 42701)",
                            "c1 (revision c1)",
                            "c1  unproven # ms  revision c1\n"
                                    + "      the upgrade of c1 fails: ERROR: column \"nothing\" does not exist\n"
                                    + "          Position: 8 (SQLState 42703)"));
        } finally {
            WRONG.remove();
        }
    }

    @Test
    void aTestWithoutMigrationsIsToldWhatToDo() {
        assertThat(outcomes().get("thereIsOneHead(Migrations)"))
                .endsWith("Test Wrong has no migrations: there is no Spring context, and migrations() gives none.\n"
                        + "Put @SpringBootTest on it, or override migrations().");
    }

    /** What each test failed with; nothing where it passed. */
    private static Map<String, String> outcomes() {
        Map<String, String> outcomes = new TreeMap<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Wrong.class))
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
