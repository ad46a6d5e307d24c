package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.StepReport;
import dev.athanor.migration.runner.TransactionScope;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests where transactions begin and end, as the server saw it: each statement of the scripts records its transaction,
 * and the rows of the version table and the history carry theirs.
 */
@ExtendWith(PostgresExtension.class)
class TransactionBoundariesIT {

    private static final String SEEN = "INSERT INTO seen (revision, xid) VALUES ('%s', pg_current_xact_id());\n";

    private final Map<String, List<String>> recorded = new HashMap<>();
    private TestDatabase database;

    @BeforeEach
    void prepare(TestDatabase fresh) {
        database = fresh;
        database.execute("CREATE TABLE seen (id serial, revision text, xid xid8)");
    }

    @Test
    void aRevisionItsVersionRowAndItsHistoryRowAreOneTransaction() {
        TestMigrations.of(database, twoRevisions(""), this::watched).upgrade();

        assertThat(transactionsOf("a")).hasSize(1).isEqualTo(historyTransactionsOf("a"));
        assertThat(transactionsOf("b"))
                .hasSize(1)
                .isEqualTo(historyTransactionsOf("b"))
                .isEqualTo(database.texts("SELECT xmin::text FROM migration_version"))
                .isNotEqualTo(transactionsOf("a"));
    }

    @Test
    void aRunInASingleTransactionIsOne() {
        TestMigrations.of(database, twoRevisions(""), builder -> watched(single(builder)))
                .upgrade();

        assertThat(transactionsOf("a"))
                .hasSize(1)
                .isEqualTo(transactionsOf("b"))
                .isEqualTo(historyTransactionsOf("a"))
                .isEqualTo(historyTransactionsOf("b"))
                .isEqualTo(database.texts("SELECT xmin::text FROM migration_version"));
    }

    @Test
    void withoutATransactionEachStatementCommitsByItself() {
        TestMigrations.of(database, twoRevisions(" transaction=none"), this::watched)
                .upgrade();

        assertThat(transactionsOf("a")).hasSize(3);
        assertThat(transactionsOf("b")).hasSize(3).doesNotContainAnyElementsOf(transactionsOf("a"));
        assertThat(historyTransactionsOf("b"))
                .as("the row's last state commits with the version row")
                .isEqualTo(database.texts("SELECT xmin::text FROM migration_version"))
                .doesNotContainAnyElementsOf(transactionsOf("b"));
    }

    @Test
    void aFailedRevisionLeavesTheEarlierOneCommitted() {
        Scripts scripts = twoRevisions("").with("c", "b", SEEN.formatted("c") + "SELECT 1 / 0;", "SELECT 1;");

        assertThatThrownBy(() -> TestMigrations.of(database, scripts).upgrade()).hasMessageContaining("22012");

        assertThat(transactionsOf("c")).isEmpty();
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("b");
    }

    @Test
    void aFailedRunInASingleTransactionLeavesNothing() {
        Scripts scripts = twoRevisions("").with("c", "b", SEEN.formatted("c") + "SELECT 1 / 0;", "SELECT 1;");

        assertThatThrownBy(() -> TestMigrations.of(database, scripts, TransactionBoundariesIT::single)
                        .upgrade())
                .hasMessageContaining("22012");

        assertThat(database.count("SELECT count(*) FROM seen")).isZero();
        assertThat(database.count("SELECT count(*) FROM migration_version")).isZero();
    }

    @Test
    void nothingToDoWritesNothing() {
        TestMigrations.of(database, twoRevisions("")).upgrade();
        database.execute("ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on");

        assertThat(TestMigrations.of(database, twoRevisions("")).upgrade().steps())
                .isEmpty();
    }

    @Test
    void theServerIsSentEachRevisionAsDocumented() {
        List<String> sent =
                sentDuring(() -> TestMigrations.of(database, twoRevisions("")).upgrade());

        assertThat(sent.stream().filter(text -> text.contains("INTO seen")))
                .hasSize(2)
                .allMatch(text -> text.matches(
                        "(?s)/\\* upgrade [ab] \\(revision [ab]\\) \\*/ BEGIN;.*INTO seen.*INTO seen.*INTO seen.*;\\s+WITH"
                                + " removed AS \\(DELETE FROM \"public\"\\.\"migration_version\".*INSERT INTO"
                                + " \"public\"\\.\"migration_history\".*;\\s+COMMIT"));
    }

    @Test
    void theServerIsSentAScriptWithoutATransactionAsDocumented() {
        List<String> sent = sentDuring(() ->
                TestMigrations.of(database, twoRevisions(" transaction=none")).upgrade());

        assertThat(String.join(" ", words(sent)))
                .as("each statement with its note, in a transaction of its own")
                .contains(
                        "BEGIN seen note COMMIT BEGIN seen note COMMIT BEGIN seen note COMMIT BEGIN note move note COMMIT");
        assertThat(words(sent).stream().filter("seen"::equals)).hasSize(6);
    }

    @Test
    void theServerIsSentARunInOneTransactionAsDocumented() {
        List<String> sent =
                sentDuring(() -> TestMigrations.of(database, twoRevisions(""), TransactionBoundariesIT::single)
                        .upgrade());

        assertThat(String.join(" ", words(sent))).contains("BEGIN seen seen COMMIT");
        assertThat(words(sent).stream().filter("seen"::equals)).hasSize(2);
    }

    /** Returns what the server was sent according to its log, message by message. */
    private List<String> sentDuring(Runnable run) {
        String log = database.texts("SELECT pg_current_logfile()").get(0);
        assumeTrue(log != null, "the server keeps no log of its own");
        database.execute("ALTER DATABASE " + database.name() + " SET log_statement = 'all'");
        run.run();
        Pattern entry = Pattern.compile(
                "^" + database.name() + ":LOG:  (?:statement|execute [^:]*): (.*(?:\\n\\t.*)*)", Pattern.MULTILINE);
        return entry.matcher(text(database, log))
                .results()
                .map(found -> found.group(1).replace("\n\t", "\n"))
                .toList();
    }

    /**
     * Returns the log as text. The log may have lines of databases in other encodings, so the server cannot return it
     * as text.
     */
    private static String text(TestDatabase database, String log) {
        byte[] bytes = database.client()
                .sql("SELECT pg_read_binary_file('" + log + "')")
                .query(byte[].class)
                .single();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> words(List<String> sent) {
        return sent.stream()
                .map(TransactionBoundariesIT::word)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String word(String sent) {
        if (sent.contains("INTO seen")) {
            return "seen";
        }
        if (sent.startsWith("WITH removed")) {
            return "move";
        }
        return sent.startsWith("UPDATE") ? "note" : sent.equals("BEGIN") || sent.equals("COMMIT") ? sent : "";
    }

    private static MigrationsBuilder single(MigrationsBuilder builder) {
        return builder.run(TestMigrations.run(TransactionScope.SINGLE, Duration.ofSeconds(10)));
    }

    private static Scripts twoRevisions(String mode) {
        return Scripts.none().with("a", script("a", "", mode)).with("b", script("b", "a", mode));
    }

    private static String script(String id, String revises, String mode) {
        return Scripts.header(id, revises) + "-- @upgrade" + mode + "\n"
                + SEEN.formatted(id).repeat(3) + "\n-- @downgrade irreversible\n";
    }

    private List<String> transactionsOf(String revision) {
        return database.texts("SELECT DISTINCT xid::text FROM seen WHERE revision = '" + revision + "'");
    }

    private List<String> historyTransactionsOf(String revision) {
        return recorded.getOrDefault(revision, List.of());
    }

    /** Looks at the history when a run has ended; the last message of the session corrects durations later. */
    private MigrationsBuilder watched(MigrationsBuilder builder) {
        return builder.listener(new RunListener() {
            @Override
            public void runFinished(MigrationReport report) {
                for (StepReport step : report.steps()) {
                    String revision = step.revisions().get(0).value();
                    recorded.put(
                            revision,
                            database.texts(
                                    "SELECT xmin::text FROM migration_history WHERE revision = '" + revision + "'"));
                }
            }
        });
    }
}
