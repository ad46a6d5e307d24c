package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.batch.BatchProgress;
import dev.athanor.migration.directive.Batch;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.RevisionHeader;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.runner.StatementOutcome;
import dev.athanor.migration.runner.TransactionScope;
import dev.athanor.migration.session.StatementLimits;
import dev.athanor.migration.testing.JavaProcess;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests sections that process a large table in batches: they change the same rows as the plain statement, each row
 * once, and continue where they stopped.
 */
@ExtendWith(PostgresExtension.class)
class BatchIT {

    private static final String BOOKMARKS = "SELECT concat_ws(' ', outcome, statements_done, batch_key, batch_end,"
            + " batch_walked, batch_changed) FROM migration_history ORDER BY id";

    /** Uses keys that are computed from a number and do not follow its order. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            bigint ~ (i * 7919 % 1000) - 300
            smallint ~ i
            numeric(20,3) ~ i * 1.125 - 17
            double precision ~ sqrt(i) * 1e10
            uuid ~ md5(i::text)::uuid
            text ~ chr(200 + i % 40) || i || chr(39) || chr(92)
            text COLLATE "C" ~ CASE WHEN i % 2 = 0 THEN 'a' ELSE 'B' END || i
            varchar(20) ~ 'key' || chr(10) || i
            character(12) ~ 'c' || i
            timestamptz ~ '2025-01-31 23:59:59.123456+05:30'::timestamptz - i * interval '7 hours 13 microseconds'
            timestamp ~ '0044-03-15 BC'::timestamp + i * interval '1 day'
            date ~ CASE i WHEN 1 THEN 'infinity'::date ELSE '2024-02-28'::date + i END
            time ~ '00:00'::time + i * interval '61 seconds'
            interval ~ i * interval '1 day 1 second'
            bytea ~ decode(md5(i::text), 'hex')
            inet ~ '10.0.0.0'::inet + i
            """)
    void theResultIsThatOfThePlainStatementWhateverTheKey(String type, String key, TestDatabase database) {
        database.execute("ALTER DATABASE \"" + database.name() + "\" SET datestyle = 'SQL, DMY'");
        database.execute("CREATE TABLE t (\"Key\" " + type + " PRIMARY KEY, a int, n int NOT NULL DEFAULT 0)");
        database.execute("INSERT INTO t SELECT " + key + ", i FROM generate_series(1, 997) i");

        upgrade(database, "batch=100 key=\"Key\"", "UPDATE t SET n = n + 1 WHERE a % 3 = 0 OR a % 5 = 0;");

        assertThat(database.count("SELECT count(*) FROM t WHERE n <> (a % 3 = 0 OR a % 5 = 0)::int"))
                .isZero();
        assertThat(database.texts("SELECT concat_ws(' ', outcome, statements_done, batch_walked, batch_changed)"
                        + " FROM migration_history"))
                .containsExactly("success 1 1000 465");
    }

    @Test
    void anEmptyTableIsWalkedAtOnce(TestDatabase database) {
        database.execute("CREATE TABLE t (id int PRIMARY KEY, n int)");

        upgrade(database, "batch=10 key=id", "DELETE FROM t;");

        assertThat(database.texts(BOOKMARKS)).containsExactly("success 1 0 0");
    }

    @Test
    void whatFailsIsGoneOnFromItsBatch(TestDatabase database) {
        database.execute("CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL DEFAULT 0, CHECK (id <> 55 OR n = 0))");
        database.execute("INSERT INTO t SELECT generate_series(1, 100)");
        String statement = "UPDATE t\n   SET n = n + 1;";

        assertThatThrownBy(() -> upgrade(database, "batch=10 key=id", statement))
                .hasMessageStartingWith("upgrade a1 (revision a1) failed at db/revisions/a1.sql:7, statement 1 of 1:\n")
                .hasMessageContaining("\"t_check\"");
        assertThat(database.texts(BOOKMARKS)).containsExactly("failed 0 50 100 50 50");
        database.execute("ALTER TABLE t DROP CONSTRAINT t_check");
        upgrade(database, "batch=10 key=id", statement);

        assertThat(database.texts(BOOKMARKS)).containsExactly("failed 0 50 100 50 50", "success 1 100 100 100 100");
        assertThat(database.count("SELECT count(*) FROM t WHERE n <> 1")).isZero();
    }

    @Test
    void whatIsBrokenOffByAKillIsGoneOnFromAndEachRowIsChangedOnce(TestDatabase database) throws Exception {
        numbers(database, 30_000);
        Process process = JavaProcess.start(Walker.class, database.url(), database.user(), database.password());
        while (database.count(CHANGED_SO_FAR) < 5_000) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(10);
        }
        process.destroyForcibly().waitFor();

        Walker.migrations(database).upgrade();

        long before = database.count("SELECT batch_changed FROM migration_history ORDER BY id LIMIT 1");
        assertThat(before).isBetween(5_000L, 29_000L);
        assertThat(database.texts(
                        "SELECT concat_ws(' ', outcome, error, batch_changed) FROM migration_history" + " ORDER BY id"))
                .containsExactly("failed The process ended before the script was finished. " + before, "success 30000");
        assertThat(database.count("SELECT count(*) FROM t WHERE n <> 1")).isZero();
    }

    private static final String CHANGED_SO_FAR = "SELECT coalesce((xpath('/row/c/text()', query_to_xml(CASE WHEN"
            + " to_regclass('migration_history') IS NULL THEN 'SELECT 0 AS c' ELSE 'SELECT coalesce(max(batch_changed),"
            + " 0) AS c FROM migration_history' END, false, true, '')))[1]::text::bigint, 0)";

    /** Runs the process that is killed. */
    static final class Walker {

        private Walker() {}

        public static void main(String[] arguments) {
            migrations(new TestDatabase("", arguments[0], arguments[1], arguments[2]))
                    .upgrade();
        }

        static Migrations migrations(TestDatabase database) {
            return TestMigrations.of(database, batch("batch=250 key=id pause=5ms", "UPDATE t SET n = n + 1;"));
        }
    }

    @Test
    void rowsThatComeMeanwhileDoNotMakeItEndless(TestDatabase database) {
        numbers(database, 1_000);
        database.execute("DELETE FROM t WHERE id BETWEEN 400 AND 600");
        RunListener inserting = new RunListener() {
            @Override
            public void batchFinished(Step step, BatchProgress progress) {
                database.execute("INSERT INTO t SELECT max(id) + 1 FROM t");
                database.execute("INSERT INTO t SELECT min(id) - 1 FROM t");
                database.execute("INSERT INTO t SELECT 500 WHERE NOT EXISTS (SELECT FROM t WHERE id = 500)");
            }
        };

        TestMigrations.of(
                        database,
                        batch("batch=100 key=id", "UPDATE t SET n = n + 1;"),
                        builder -> builder.listener(inserting))
                .upgrade();

        assertThat(database.count("SELECT count(*) FROM t WHERE n <> (id BETWEEN 1 AND 1000)::int"))
                .isZero();
        assertThat(database.count("SELECT n FROM t WHERE id = 500")).isEqualTo(1);
    }

    @Test
    void aBatchThatGetsNoLockIsTriedAgainAndThoseBeforeItAreNot(TestDatabase database) throws Exception {
        numbers(database, 100);
        RunSettings patient = new RunSettings(
                TransactionScope.REVISION,
                Duration.ofSeconds(5),
                new StatementLimits(Duration.ofMillis(100), 20, null),
                "1");
        MigrationReport report;
        try (Connection other = database.dataSource().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("SELECT FROM t WHERE id = 55 FOR UPDATE");
            Thread releasing = new Thread(() -> releaseLater(other));
            releasing.start();
            report = TestMigrations.of(
                            database,
                            batch("batch=10 key=id", "UPDATE t SET n = n + 1;"),
                            builder -> builder.run(patient))
                    .upgrade();
            releasing.join();
        }

        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(report.duration()).isGreaterThan(Duration.ofMillis(400));
        assertThat(database.count("SELECT count(*) FROM t WHERE n <> 1")).isZero();
    }

    private static void releaseLater(Connection other) {
        try {
            Thread.sleep(500);
            other.rollback();
        } catch (InterruptedException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theListenerIsToldOfEachBatch(TestDatabase database) {
        numbers(database, 1_000);
        database.execute("ANALYZE t");
        List<BatchProgress> told = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void batchFinished(Step step, BatchProgress progress) {
                told.add(progress);
            }
        };

        TestMigrations.of(
                        database,
                        batch("batch=300 key=id", "UPDATE t SET n = n + 1 WHERE id % 2 = 0;"),
                        builder -> builder.listener(listener))
                .upgrade();

        assertThat(told).extracting(BatchProgress::walked).containsExactly(300L, 600L, 900L, 1_200L);
        assertThat(told).extracting(BatchProgress::changed).containsExactly(150L, 300L, 450L, 500L);
        assertThat(told).extracting(BatchProgress::finished).containsExactly(false, false, false, true);
        assertThat(told.get(0).estimatedRows()).isEqualTo(1_000);
        assertThat(told.get(0).share()).hasValue(0.3);
        assertThat(told.get(0).timeLeft()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            batch=7 key=id            ~ DELETE FROM t AS x USING u WHERE x.id = u.id OR u.id < 0
            batch=7 key=id            ~ UPDATE ONLY public.t SET n = u.id + 1 FROM u WHERE t.id = u.id OR t.id = 3
            batch=7 key=id table=t    ~ INSERT INTO u SELECT id + 1000 FROM t WHERE id % 2 = 0 AND :batch
            batch=7 key=x.id table=t  ~ INSERT INTO u SELECT x.id + y.id * 1000 FROM t x JOIN u y ON y.id < 5 WHERE NOT NOT :batch
            batch=7 key=id table=t    ~ INSERT INTO t SELECT id + 1000 FROM t WHERE :batch
            batch=7 key=id table=t    ~ UPDATE u SET id = -id WHERE id IN (SELECT id FROM t WHERE :batch)
            batch=7 key=id target=1ms ~ UPDATE t SET n = CASE WHEN id > 5 THEN 1 ELSE 2 END WHERE id < 50 OR id > 60
            """)
    void manySpellingsDoWhatThePlainStatementDoes(String options, String statement, TestDatabase database) {
        String both = "SELECT concat_ws(' ', 't', id, n) FROM t UNION ALL SELECT 'u ' || id FROM u ORDER BY 1";
        String plain = statement.replace(":batch", "true") + ";";
        Migrations batches = TestMigrations.of(database, batch(options, statement + ";"));
        twoTables(database);
        TestMigrations.of(database, Scripts.none().with("z1", "", plain, "SELECT 1;"))
                .upgrade();
        List<String> expected = database.texts(both);

        twoTables(database);
        batches.upgrade();
        List<String> online = database.texts(both);
        twoTables(database);
        database.executeAll(batches.sql().upgrade("heads"));

        assertThat(online).isEqualTo(expected);
        assertThat(database.texts(both)).isEqualTo(expected);
        assertThat(batches.current()).hasToString("a1");
    }

    private static void twoTables(TestDatabase database) {
        database.execute("DROP TABLE IF EXISTS t, u, migration_version, migration_history");
        numbers(database, 100);
        database.execute("CREATE TABLE u AS SELECT generate_series(2, 90, 3) AS id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            batch=5 key=id table=x ~ there is no table x. ~ Create it in an earlier revision, then start again
            batch=5 key=a  table=t ~ table t has no column a. ~ Name a key that it has, then start again
            batch=5 key=n  table=t ~ its key t.n has no valid unique b-tree index of its own. ~ Name a key that is unique, such as the primary key, then start again
            batch=5 key=o  table=t ~ its key t.o may be null, and such rows would be left out. ~ Name a key that is not null, then start again
            """)
    void aKeyThatCannotBeWalkedIsRefusedBeforeAnythingIsChanged(
            String options, String problem, String action, TestDatabase database) {
        numbers(database, 10);
        database.execute("ALTER TABLE t ADD COLUMN o int UNIQUE");
        database.execute("CREATE UNIQUE INDEX ON t (n) WHERE n > 5; CREATE UNIQUE INDEX ON t (n, id)");
        String table = options.substring(options.length() - 1);

        assertThatThrownBy(() -> upgrade(database, options, "DELETE FROM t WHERE :batch;"))
                .hasMessage("upgrade a1 (revision a1) failed: Table " + table
                        + " cannot be processed in batches (revision a1, db/revisions/a1.sql:7): " + problem
                        + "\nIt runs in batches: those before this one have committed; the database is at base.\n"
                        + action
                        + "; nothing of this revision was applied.");
        assertThat(database.count("SELECT count(*) FROM t")).isEqualTo(10);
    }

    @Test
    void anotherStatementDoesNotGoOnFromTheBookmark(TestDatabase database) {
        numbers(database, 100);
        database.execute("ALTER TABLE t ADD CHECK (id < 55 OR n = 0)");
        assertThatThrownBy(() -> upgrade(database, "batch=10 key=id", "UPDATE t SET n = n + 1;"))
                .hasMessageContaining("t_check");
        Migrations changed = TestMigrations.of(database, batch("batch=20 key=id", "UPDATE t SET n = n + 2;"));
        database.execute("ALTER TABLE t DROP CONSTRAINT t_check");

        assertThatThrownBy(changed::upgrade)
                .hasMessage(
                        "upgrade a1 (revision a1) failed: An earlier run of revision a1, db/revisions/a1.sql:7 walked"
                                + " table t up to key 50 and changed 50 rows, with another statement, table or key.\n"
                                + "It runs in batches: those before this one have committed; the database is at base.\n"
                                + "Restore it, and the next run continues from there. Or let the new one begin with the"
                                + " first row: `migration repair a1 --statement-not-done`, then start again.");
        changed.repairStatement("a1", StatementOutcome.NOT_DONE);
        changed.upgrade();

        assertThat(database.count("SELECT count(*) FROM t WHERE n <> CASE WHEN id <= 50 THEN 3 ELSE 2 END"))
                .isZero();
    }

    @Test
    void aHistoryOfAnEarlierVersionGetsItsColumnsWhenTheyAreNeeded(TestDatabase database) {
        numbers(database, 100);
        String columns =
                "SELECT count(*) FROM pg_attribute WHERE attrelid = 'migration_history'::regclass AND attname IN"
                        + " ('batch_key', 'batch_end', 'batch_walked', 'batch_changed', 'note') AND NOT attisdropped";
        Scripts first = Scripts.none().withTable("z1", "");
        TestMigrations.of(database, first).upgrade();
        database.execute("ALTER TABLE migration_history DROP COLUMN batch_key, DROP COLUMN batch_end, DROP COLUMN"
                + " batch_walked, DROP COLUMN batch_changed, DROP COLUMN note");
        first.withTable("z2", "z1");
        TestMigrations.of(database, first).upgrade();
        TestMigrations.of(database, first).status();
        assertThat(database.count(columns)).isZero();

        first.with("a1", section("a1", "z2", "batch=10 key=id", "UPDATE t SET n = n + 1;"));
        TestMigrations.of(database, first).upgrade();

        assertThat(database.count(columns)).isEqualTo(5);
        assertThat(database.count("SELECT count(*) FROM t WHERE n <> 1")).isZero();
    }

    @Test
    void aDowngradeWalksAsWellAndSoDoesOneThatTheHistoryKeeps(TestDatabase database) {
        numbers(database, 100);
        Scripts scripts = Scripts.none()
                .withTable("z1", "")
                .with(
                        "a1",
                        Scripts.header("a1", "z1") + "-- @upgrade\nSELECT 1;\n\n-- @downgrade batch=30 key=id\n"
                                + "UPDATE t SET n = n - 1;\n");
        TestMigrations.of(database, scripts).upgrade();

        TestMigrations.of(database, Scripts.none().withTable("z1", "")).downgrade("z1");

        assertThat(database.texts(BOOKMARKS)).endsWith("success 1 100 100 120 100");
        assertThat(database.count("SELECT count(*) FROM t WHERE n <> -1")).isZero();
    }

    @RevisionHeader(id = "a1", transactional = false, irreversible = true)
    static final class InJava implements JavaRevision {

        private final List<Long> changed = new ArrayList<>();

        @Override
        public void upgrade(Operations op) {
            op.execute("SELECT 1");
            changed.add(op.batch(Batch.of("t").size(30).sql("UPDATE t SET n = n + 1 WHERE id > 10")));
            op.execute("ALTER TABLE t ADD COLUMN m int");
            changed.add(op.batch(Batch.of("t").key("id").size(10).sql("UPDATE t SET m = 1 / (id - " + zero() + ")")));
        }

        int zero() {
            return 55;
        }

        @Override
        public void downgrade(Operations op) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void aRevisionInJavaWalksAndGoesOn(TestDatabase database) {
        numbers(database, 100);
        InJava revision = new InJava();
        Migrations migrations = Migrations.builder(database.dataSource())
                .source(List::of)
                .revision(revision)
                .build();

        assertThatThrownBy(migrations::upgrade).hasMessageContaining("division by zero");
        assertThat(revision.changed).containsExactly(90L);
        database.execute("DELETE FROM t WHERE id = 55");
        migrations.upgrade();

        assertThat(revision.changed).containsExactly(90L, 0L, 99L);
        assertThat(database.texts(BOOKMARKS)).containsExactly("failed 3 50 100 50 50", "success 4 100 100 100 99");
        assertThat(database.count("SELECT count(*) FROM t WHERE n <> (id > 10)::int OR m IS NULL"))
                .isZero();
    }

    /** Creates a table {@code t} with keys from 1. */
    private static void numbers(TestDatabase database, int rows) {
        database.execute("CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL DEFAULT 0)");
        database.execute("INSERT INTO t SELECT generate_series(1, " + rows + ")");
    }

    private static void upgrade(TestDatabase database, String options, String statement) {
        TestMigrations.of(database, batch(options, statement)).upgrade();
    }

    private static Scripts batch(String options, String statement) {
        return Scripts.none().with("a1", section("a1", "", options, statement));
    }

    private static String section(String id, String revises, String options, String statement) {
        return Scripts.header(id, revises) + "-- @upgrade " + options + "\n" + statement
                + "\n\n-- @downgrade irreversible\n";
    }
}
