package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Tests that nothing a script does to its session affects the next revision or the pool. */
@ExtendWith(PostgresExtension.class)
class SessionHygieneIT {

    private static final String PHOTOGRAPH = "SELECT name || '=' || setting FROM pg_settings WHERE context IN ('user',"
            + " 'superuser') AND name NOT LIKE 'transaction_%' UNION ALL SELECT 'role=' || current_setting('role')"
            + " UNION ALL SELECT 'user=' || session_user || current_user";

    private static final String LEFT_BEHIND = "SELECT (SELECT count(*) FROM pg_prepared_statements WHERE from_sql)"
            + " + (SELECT count(*) FROM pg_cursors WHERE is_holdable) + (SELECT count(*) FROM pg_listening_channels())"
            + " + (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid())"
            + " + (SELECT count(*) FROM pg_class WHERE relnamespace = pg_my_temp_schema())";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SET search_path = pg_catalog",
                "SELECT set_config('search_path', '', false)",
                "SET ROLE pg_monitor",
                "SET SESSION AUTHORIZATION other",
                "SET lock_timeout = '1h'",
                "SET statement_timeout = '1h'",
                "SET LOCAL statement_timeout = '1h'",
                "SET standard_conforming_strings = off",
                "SET client_min_messages = error",
                "SET session_replication_role = replica",
                "SET default_transaction_read_only = on",
                "SET default_transaction_isolation = serializable",
                "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
                "SET work_mem = '1GB'",
                "SET TIME ZONE 'Asia/Tokyo'",
                "SET my.setting = 'x'",
                "RESET ALL",
                "RESET search_path",
                "CREATE TEMP TABLE real (id int, fake int)",
                "PREPARE p AS SELECT 1",
                "LISTEN channel",
                "DECLARE c CURSOR WITH HOLD FOR SELECT 1",
                "SELECT pg_advisory_lock(42)"
            })
    void aScriptsSettingsEndWithIt(String setting, TestDatabase database) {
        database.execute("CREATE TABLE real (id int)");
        if (setting.endsWith("other")) {
            String role = "other_" + database.name();
            database.execute("CREATE ROLE " + role);
            check(setting.replace("other", role), database);
            database.execute("DROP OWNED BY " + role + "; DROP ROLE " + role);
        } else {
            check(setting, database);
        }
    }

    private static void check(String setting, TestDatabase database) {
        for (String mode : List.of("", " transaction=none")) {
            database.execute("DROP TABLE IF EXISTS migration_version, migration_history, seen");
            SingleConnectionDataSource pool = pool(database);
            List<String> before = photograph(pool);

            migrations(pool, mode, setting).upgrade();

            assertThat(photograph(pool)).as(mode).isEqualTo(before);
            assertThat(JdbcClient.create(pool)
                            .sql(LEFT_BEHIND)
                            .query(Long.class)
                            .single())
                    .as(mode)
                    .isZero();
            pool.destroy();
            assertThat(database.texts("SELECT concat_ws(' ', path, role, u, timeout, columns) FROM seen"))
                    .as(mode)
                    .containsExactly("public, pg_catalog none " + database.user() + " 3s 1");
        }
    }

    private static Migrations migrations(SingleConnectionDataSource pool, String mode, String setting) {
        String seen = "CREATE TABLE seen AS SELECT current_setting('search_path') AS path, current_setting('role') AS"
                + " role, current_user::text AS u, current_setting('lock_timeout') AS timeout, (SELECT count(*) FROM"
                + " pg_attribute WHERE attrelid = 'real'::regclass AND attnum > 0) AS columns;";
        Scripts scripts = Scripts.none()
                .with(
                        "a1",
                        Scripts.header("a1", "") + "-- @upgrade" + mode + "\n" + setting
                                + ";\n-- @downgrade irreversible\n")
                .with("b1", "a1", seen, "DROP TABLE seen;");
        return Migrations.builder(pool).source(scripts::files).build();
    }

    /** Creates a pool with one connection and its own settings. */
    private static SingleConnectionDataSource pool(TestDatabase database) {
        SingleConnectionDataSource pool =
                new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
        pool.setAutoCommit(false);
        JdbcClient client = JdbcClient.create(pool);
        client.sql("SET search_path = public, pg_catalog").update();
        client.sql("SET IntervalStyle = sql_standard").update();
        client.sql("COMMIT").update();
        return pool;
    }

    private static List<String> photograph(SingleConnectionDataSource pool) {
        JdbcClient client = JdbcClient.create(pool);
        client.sql("ROLLBACK").update();
        return client.sql(PHOTOGRAPH).query(String.class).list().stream()
                .filter(line -> !line.startsWith("my.setting"))
                .sorted()
                .toList();
    }

    @Test
    void theConnectionComesBackAsItWas(TestDatabase database) throws SQLException {
        SingleConnectionDataSource pool = pool(database);
        try (Connection connection = pool.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.commit();
        }

        migrations(pool, "", "CREATE TABLE real (id int)").upgrade();

        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.isReadOnly()).isFalse();
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
        }
        pool.destroy();
    }

    @Test
    void aReadOnlyDatabaseIsRefusedWhereThereIsSomethingToDo(TestDatabase database) {
        Scripts one = Scripts.none().withTable("a1", "");
        Scripts two = Scripts.none().withTable("a1", "").withTable("b1", "a1");
        Migrations.builder(database.dataSource()).source(one::files).build().upgrade();
        database.execute("ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on");
        Migrations done =
                Migrations.builder(database.dataSource()).source(one::files).build();
        Migrations more =
                Migrations.builder(database.dataSource()).source(two::files).build();

        assertThat(done.upgrade().steps()).isEmpty();
        assertThat(done.status().state()).isEqualTo(MigrationStatus.State.AT_HEAD);
        assertThat(more.status().state()).isEqualTo(MigrationStatus.State.PENDING);
        assertThatThrownBy(more::upgrade)
                .hasMessage(
                        "The database refuses to write (default_transaction_read_only is on), but the command must write.\n"
                                + "Turn it off for the role or the database that migrations use: ALTER ROLE … SET"
                                + " default_transaction_read_only = off, or give them another with migration.username."
                                + " Nothing was done.");
    }

    @Test
    void aReadOnlyPoolIsRefusedWhereThereIsSomethingToDo(TestDatabase database) throws SQLException {
        SingleConnectionDataSource pool =
                new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
        pool.getConnection().setReadOnly(true);
        Scripts scripts = Scripts.none().withTable("a1", "");

        assertThatThrownBy(() ->
                        Migrations.builder(pool).source(scripts::files).build().upgrade())
                .hasMessage("The DataSource gives read-only connections, but the command must write.\n"
                        + "Let migrations use another one: mark it with @MigrationDataSource, or set migration.url."
                        + " Nothing was done.");
        pool.destroy();
    }
}
