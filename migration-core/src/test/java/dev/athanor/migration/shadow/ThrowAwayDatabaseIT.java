package dev.athanor.migration.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.athanor.migration.testing.JavaProcess;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(PostgresExtension.class)
class ThrowAwayDatabaseIT {

    private static final String ALL = "SELECT datname FROM pg_database WHERE datname LIKE 'migration\\_verify\\_%'";

    private Process process;

    @AfterEach
    void endTheProcess() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void isEmptyAndGoneWhenClosed(TestDatabase target) {
        String name;
        try (ThrowAwayDatabase database = ThrowAwayDatabase.beside(target.dataSource())) {
            JdbcClient client = JdbcClient.create(database.dataSource());
            name = database.name();

            assertThat(text(client, "SELECT current_database()")).isEqualTo(name);
            assertThat(text(client, "SELECT count(*) FROM pg_class WHERE oid >= 16384"))
                    .isEqualTo("0");
            assertThat(target.texts(ALL)).contains(name);
        }

        assertThat(target.texts(ALL)).doesNotContain(name);
    }

    @Test
    void isDroppedThoughSessionsAreInIt(TestDatabase target) throws Exception {
        ThrowAwayDatabase database = ThrowAwayDatabase.beside(target.dataSource());
        try (Connection left = database.dataSource().getConnection()) {
            left.createStatement().execute("CREATE TABLE t (id int)");

            database.close();
        }

        assertThat(target.texts(ALL)).doesNotContain(database.name());
    }

    @Test
    void hasEncodingCollationAndSettingsOfTheTarget(TestDatabase target) {
        target.execute("CREATE DATABASE " + target.name() + "_c TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C'"
                + " LC_CTYPE 'C'");
        TestDatabase latin = database(target, target.name() + "_c", target.user());
        latin.execute("ALTER DATABASE " + latin.name() + " SET search_path = \"My App\", public");
        latin.execute("ALTER DATABASE " + latin.name() + " SET \"my.setting\" = 'it''s on'");
        latin.execute("ALTER ROLE postgres IN DATABASE " + latin.name() + " SET timezone = 'Asia/Tokyo'");

        try (ThrowAwayDatabase database = ThrowAwayDatabase.beside(latin.dataSource())) {
            JdbcClient client = JdbcClient.create(database.dataSource());

            assertThat(client.sql("SELECT pg_encoding_to_char(encoding) || ' ' || datcollate || ' ' || datctype"
                                    + " FROM pg_database WHERE datname = current_database()"
                                    + " UNION ALL SELECT current_setting('search_path')"
                                    + " UNION ALL SELECT current_setting('my.setting')")
                            .query(String.class)
                            .list())
                    .containsExactly("LATIN1 C C", "\"My App\", public", "it's on");
            assertThat(text(
                            client,
                            "SELECT count(*) FROM pg_db_role_setting s, unnest(setconfig) AS one"
                                    + " WHERE one = 'TimeZone=Asia/Tokyo' AND setdatabase = (SELECT oid FROM pg_database"
                                    + " WHERE datname = current_database())"))
                    .isEqualTo("1");
        } finally {
            target.execute("DROP DATABASE " + latin.name() + " WITH (FORCE)");
        }
    }

    @Test
    void hasTheLocaleProviderOfTheTarget(TestDatabase target) {
        assumeTrue(target.count("SELECT current_setting('server_version_num')::bigint") >= 170_000);
        target.execute("CREATE DATABASE " + target.name() + "_b TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C'"
                + " LC_CTYPE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'");
        TestDatabase builtin = database(target, target.name() + "_b", target.user());

        try (ThrowAwayDatabase database = ThrowAwayDatabase.beside(builtin.dataSource())) {
            assertThat(text(
                            JdbcClient.create(database.dataSource()),
                            "SELECT datlocprovider::text || ' ' || datlocale FROM pg_database"
                                    + " WHERE datname = current_database()"))
                    .isEqualTo("b C.UTF-8");
        } finally {
            target.execute("DROP DATABASE " + builtin.name() + " WITH (FORCE)");
        }
    }

    @Test
    void isMadeOnAnotherServerWhereOneIsGiven(TestDatabase target) {
        try (ThrowAwayDatabase database =
                ThrowAwayDatabase.create(target.dataSource(), Optional.of(target.dataSource()))) {
            assertThat(target.texts(ALL)).contains(database.name());
        }
    }

    @Test
    void findsThePasswordBehindProxies(TestDatabase target) {
        try (ThrowAwayDatabase database =
                ThrowAwayDatabase.beside(new DelegatingDataSource(new DelegatingDataSource(target.dataSource())))) {
            assertThat(target.texts(ALL)).contains(database.name());
        }
    }

    @Test
    void aRoleThatMayNotCreateDatabasesIsToldWhatToDo(TestDatabase target) {
        String role = "weak_" + Long.toHexString(System.nanoTime());
        target.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
        try {
            DriverManagerDataSource weak = new DriverManagerDataSource(target.url(), role, "secret");

            ShadowException refused = catchThrowableOfType(ShadowException.class, () -> ThrowAwayDatabase.beside(weak));

            assertThat(refused.problem())
                    .isEqualTo("The role " + role + " may not create databases, and a throw-away one is needed:"
                            + " ERROR: permission denied to create database");
            assertThat(refused.action())
                    .isEqualTo(
                            "Where you develop, allow it: `ALTER ROLE " + role + " CREATEDB`. Otherwise name a server"
                                    + " for it: migration.shadow.url, migration.shadow.username and"
                                    + " migration.shadow.password.");
        } finally {
            target.execute("DROP ROLE " + role);
        }
    }

    @Test
    void aServerThatCannotBeReachedIsSaid(TestDatabase target) {
        DriverManagerDataSource nowhere =
                new DriverManagerDataSource("jdbc:postgresql://localhost:1/app", "nobody", "secret");

        ShadowException refused = catchThrowableOfType(
                ShadowException.class, () -> ThrowAwayDatabase.create(target.dataSource(), Optional.of(nowhere)));

        assertThat(refused.problem())
                .isEqualTo("No throw-away database can be made, because the server cannot be reached: Connection to"
                        + " localhost:1 refused. Check that the hostname and port are correct and that the postmaster is"
                        + " accepting TCP/IP connections.");
        assertThat(refused.action())
                .isEqualTo("Check that it runs, and that url, user and password are right; or name a server for it:"
                        + " migration.shadow.url, migration.shadow.username and migration.shadow.password.");
    }

    @Test
    void whatAKilledProcessLeftIsDroppedByTheNext(TestDatabase target) throws Exception {
        List<String> before = target.texts(ALL);
        process = JavaProcess.start(Holder.class, target.url(), target.user(), target.password());
        String left = await(target, before);
        process.destroyForcibly().waitFor();

        String next = whileOneIsThere(target);

        assertThat(target.texts(ALL)).doesNotContain(left, next);
    }

    @Test
    void whatALivingProcessUsesIsKept(TestDatabase target) {
        try (ThrowAwayDatabase living = ThrowAwayDatabase.beside(target.dataSource())) {
            whileOneIsThere(target);

            assertThat(target.texts(ALL)).contains(living.name());
        }
    }

    @Test
    void whatIsBeingMadeIsKeptForAMinute(TestDatabase target) {
        long now = target.count("SELECT extract(epoch FROM clock_timestamp())::bigint");
        String young = "migration_verify_" + now + "_0123456789ab";
        String old = "migration_verify_" + (now - 61) + "_0123456789ab";
        String other = "migration_verify_mine";
        List.of(young, old, other).forEach(name -> target.execute("CREATE DATABASE " + name));
        try {
            whileOneIsThere(target);

            assertThat(target.texts(ALL)).contains(young, other).doesNotContain(old);
        } finally {
            List.of(young, old, other)
                    .forEach(name -> target.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
        }
    }

    @Test
    void whatSomebodyElseHasGivenSuchANameIsNeverDropped(TestDatabase target) {
        String filled = "migration_verify_1000000000_0123456789ab";
        String commented = "migration_verify_1000000001_0123456789ab";
        String restored = "migration_verify_1000000002_0123456789ab";
        List<String> all = List.of(filled, commented, restored);
        all.forEach(name -> target.execute("CREATE DATABASE " + name));
        database(target, filled, target.user()).execute("CREATE TABLE kept (id int)");
        target.execute("COMMENT ON DATABASE " + commented + " IS 'ours'");
        target.execute("COMMENT ON DATABASE " + restored + " IS '"
                + new OwnershipComment(true, 1, "0123456789abcdef0123456789abcdef").comment() + "'");
        try {
            whileOneIsThere(target);

            assertThat(target.texts(ALL)).containsAll(all);
        } finally {
            all.forEach(name -> target.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
        }
    }

    @Test
    void aDatabaseThatHasTakenItsNameIsNeitherEnteredNorDropped(TestDatabase target) {
        ThrowAwayDatabase database = ThrowAwayDatabase.beside(target.dataSource());
        String name = database.name();
        long oid = oid(target, name);
        target.texts(
                "SELECT pg_terminate_backend(pid, 5000)::text FROM pg_stat_activity WHERE datname = '" + name + "'");
        target.execute("ALTER DATABASE " + name + " RENAME TO " + name + "_moved");
        target.execute("CREATE DATABASE " + name);
        long other = oid(target, name);
        try {
            assertThatThrownBy(() -> database.dataSource().getConnection())
                    .isInstanceOf(ShadowException.class)
                    .hasMessage(
                            "A connection to the throw-away database " + name + " (oid " + oid
                                    + ") led to another database of that name (oid " + other
                                    + ", without its token) instead: a"
                                    + " pooler, a proxy or another server has answered it.\n"
                                    + "Nothing was run there. Name a server that is reached directly, under the real names of its"
                                    + " databases: migration.shadow.url, migration.shadow.username and migration.shadow.password.");
            assertThatThrownBy(database::close)
                    .isInstanceOf(ShadowException.class)
                    .hasMessage("The database " + name + " (oid " + other + ") is not the throw-away database that was"
                            + " created under that name (oid " + oid + "), and was not dropped.\n"
                            + "Find out who has replaced it, or which server has answered. Where the one that was created"
                            + " still exists, the next `migration verify` on its server drops it.");
            assertThat(target.texts(ALL)).contains(name);
        } finally {
            target.execute("DROP DATABASE " + name);
            target.execute("DROP DATABASE " + name + "_moved");
        }
    }

    private static long oid(TestDatabase server, String name) {
        return server.count("SELECT oid::bigint FROM pg_database WHERE datname = '" + name + "'");
    }

    @Test
    void isDroppedWhenTheJvmIsShutDown(TestDatabase target) throws Exception {
        List<String> before = target.texts(ALL);
        process = JavaProcess.start(Holder.class, target.url(), target.user(), target.password());
        String left = await(target, before);
        process.destroy();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(target.texts(ALL)).doesNotContain(left);
    }

    private static String whileOneIsThere(TestDatabase target) {
        try (ThrowAwayDatabase next = ThrowAwayDatabase.beside(target.dataSource())) {
            return next.name();
        }
    }

    /** Waits for the database that the process has created and marked with a comment. */
    private static String await(TestDatabase target, List<String> before) throws InterruptedException {
        for (int tries = 0; tries < 600; tries++) {
            List<String> now = target.texts(ALL + " AND shobj_description(oid, 'pg_database') IS NOT NULL"
                    + " AND EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datid = pg_database.oid AND query LIKE"
                    + " '%pg_sleep%')");
            for (String name : now) {
                if (!before.contains(name)) {
                    return name;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("No throw-away database appeared");
    }

    private static TestDatabase database(TestDatabase other, String name, String user) {
        return new TestDatabase(name, other.url().replace(other.name(), name), user, other.password());
    }

    private static String text(JdbcClient client, String sql) {
        return client.sql(sql).query(String.class).single();
    }

    /** Creates a database and stays connected to it. */
    static final class Holder {

        private Holder() {}

        public static void main(String... arguments) throws Exception {
            ThrowAwayDatabase database =
                    ThrowAwayDatabase.beside(new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]));
            try (Connection connection = database.dataSource().getConnection()) {
                connection.createStatement().execute("SELECT pg_sleep(120)");
            }
        }
    }
}
