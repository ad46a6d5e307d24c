package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tests statements that are sent together, and what is known about each statement if one of them fails. */
@ExtendWith(PostgresExtension.class)
class MessagesIT {

    private TestDatabase database;

    @BeforeEach
    void use(TestDatabase fresh) {
        database = fresh;
    }

    @Test
    void aSyntaxErrorIsFoundBeforeAnythingRuns() {
        Scripts scripts =
                script("CREATE TABLE ä (\"ö😀\" int);\nSELECT nextval('no_such');\nSELECT 'é',\n    1 +;\nSELECT 1;");

        assertThatThrownBy(TestMigrations.of(database, scripts)::upgrade).hasMessage("""
                        upgrade a1 (revision a1) failed at db/revisions/a1.sql:10, statement 3 of 4:
                            SELECT 'é',
                                1 +
                        ERROR: syntax error at or near ";"
                          Position: 20 (SQLState 42601)
                        The revision was rolled back: the database is at base.
                        Correct the statement at or before the place that the server names (a server older than the syntax refuses it too: `SHOW server_version`), then start again; nothing of this revision was applied.\
                        """);
    }

    @Test
    void anErrorIsAtItsPlaceInTheStatementAndInTheFile() {
        Scripts scripts =
                script("CREATE TABLE ä (\"ö😀\" int);\nINSERT INTO ä VALUES (1);\nSELECT '😀',\n  nothing FROM ä;");

        assertThatThrownBy(TestMigrations.of(database, scripts)::upgrade)
                .hasMessageContaining("a1.sql:10, statement 3 of 3:")
                .hasMessageContaining("column \"nothing\" does not exist\n  Position: 15 (SQLState 42703)");
        assertThat(database.exists("ä")).isFalse();
    }

    /** Uses statements that return something other than a row count, or several row counts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT generate_series(1, 100000)",
                "SELECT 1 WHERE false",
                "VALUES (1), (2)",
                "INSERT INTO t VALUES (1), (2) RETURNING id",
                "UPDATE t SET id = 3 WHERE false RETURNING id",
                "CALL p(1)",
                "DO $$BEGIN RAISE NOTICE 'one'; RAISE NOTICE 'two'; END$$",
                "INSERT INTO ruled VALUES (1)",
                "DELETE FROM ruled",
                "EXPLAIN ANALYZE SELECT 1",
                "SHOW search_path",
                "PREPARE q AS SELECT 1",
                "EXECUTE before",
                "FETCH ALL FROM c",
                "NOTIFY somebody",
                "CREATE TABLE made AS SELECT 1 AS x",
            })
    void theStatementAfterItIsTheOneThatIsNamed(String statement) {
        database.execute("CREATE TABLE t (id int); CREATE TABLE ruled (id int); CREATE TABLE other (id int);"
                + " CREATE RULE r AS ON INSERT TO ruled DO ALSO (INSERT INTO other VALUES (1); INSERT INTO other VALUES"
                + " (2)); CREATE RULE d AS ON DELETE TO ruled DO INSTEAD NOTHING");
        database.execute("CREATE PROCEDURE p(INOUT x int) LANGUAGE plpgsql AS 'BEGIN x := x + 1; END'");
        Scripts scripts = script("PREPARE before AS SELECT 1;\nDECLARE c CURSOR FOR SELECT generate_series(1, 10);\n"
                + statement + ";\nSELECT 1 / (SELECT 0);\nSELECT 2;");

        assertThatThrownBy(TestMigrations.of(database, scripts)::upgrade)
                .hasMessageContaining(":10, statement 4 of 5:\n    SELECT 1 / (SELECT 0)\n");
    }

    @Test
    void aLongScriptTravelsInPartsAndTheStatementIsNamedAllTheSame() {
        String inserts = IntStream.rangeClosed(1, 6_000)
                .mapToObj(id -> "INSERT INTO big VALUES (" + id + ", 'a text that makes the script a long one');")
                .collect(Collectors.joining("\n"));
        Scripts bad = script("CREATE TABLE big (id int PRIMARY KEY, note text);\n" + inserts
                + "\nINSERT INTO big VALUES (4711, 'again');\n"
                + inserts.substring(0, 50_000).replaceAll("\n[^\n]*$", ""));
        Scripts good = script("CREATE TABLE big (id int PRIMARY KEY, note text);\n" + inserts);

        assertThatThrownBy(TestMigrations.of(database, bad)::upgrade)
                .hasMessageContaining("a1.sql:6008, statement 6002 of ")
                .hasMessageContaining("Key (id)=(4711) already exists.");
        assertThat(database.exists("big")).isFalse();
        TestMigrations.of(database, good).upgrade();
        assertThat(database.count("SELECT count(*) FROM big")).isEqualTo(6_000);
    }

    @Test
    void aScriptMayChangeHowStringsAreRead() {
        database.execute("CREATE TABLE t (note text)");

        TestMigrations.of(
                        database,
                        script("SET standard_conforming_strings = off;\nSET escape_string_warning = off;\n"
                                + "INSERT INTO t VALUES ('a\\tb');\nSET standard_conforming_strings = on;\n"
                                + "INSERT INTO t VALUES ('a\\tb');"))
                .upgrade();

        assertThat(database.texts("SELECT note FROM t")).containsExactly("a\tb", "a\\tb");
    }

    @Test
    void aConnectionThatHidesTheDriversOwnIsSentStatementByStatement() {
        DataSource hidden = hidden(new DriverManagerDataSource(database.url(), database.user(), database.password()));
        String made = "CREATE TABLE t (id int);\nINSERT INTO t SELECT generate_series(1, 3) RETURNING id;";
        Scripts good = script(made);
        Scripts bad = script(made).with("b1", "a1", "INSERT INTO t VALUES (4);\nSELECT 1 /\n 0;", "SELECT 1;");

        Migrations.builder(hidden).source(good::files).build().upgrade();
        assertThatThrownBy(Migrations.builder(hidden).source(bad::files).build()::upgrade)
                .hasMessageContaining("b1.sql:8, statement 2 of 2:");

        assertThat(database.texts("SELECT id::text FROM t ORDER BY 1")).containsExactly("1", "2", "3");
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("a1");
        assertThat(database.texts("SELECT outcome FROM migration_history ORDER BY id"))
                .containsExactly("success", "failed");
    }

    private static DataSource hidden(DataSource from) {
        return new DelegatingDataSource(from) {
            @Override
            public Connection getConnection() throws java.sql.SQLException {
                return hidden(super.getConnection());
            }
        };
    }

    private static Connection hidden(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                MessagesIT.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("isWrapperFor")) {
                        return false;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Scripts script(String upgrade) {
        return Scripts.none().with("a1", "", upgrade, "SELECT 1;");
    }
}
