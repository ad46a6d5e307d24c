package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections that walk a large table: the same rows as the plain statement, each once, and on from where it was. */
@ExtendWith(PostgresExtension.class)
class BatchIT {

    private static final String BOOKMARKS = "SELECT concat_ws(' ', outcome, statements_done, batch_key, batch_end,"
            + " batch_walked, batch_changed) FROM migration_history ORDER BY id";

    /** A key from a number, in no order that follows it. */
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

    private static void upgrade(TestDatabase database, String options, String statement) {
        TestMigrations.of(database, batch(options, statement)).upgrade();
    }

    private static Scripts batch(String options, String statement) {
        return Scripts.none()
                .with(
                        "a1",
                        Scripts.header("a1", "") + "-- @upgrade " + options + "\n" + statement
                                + "\n\n-- @downgrade irreversible\n");
    }
}
