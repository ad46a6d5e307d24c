package dev.athanor.migration.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.inspect.CatalogCases.Case;
import dev.athanor.migration.schema.Dependency;
import dev.athanor.migration.schema.Extension;
import dev.athanor.migration.schema.Function;
import dev.athanor.migration.schema.Namespace;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.Trigger;
import dev.athanor.migration.schema.View;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

@ExtendWith(PostgresExtension.class)
class SchemaReaderIT {

    private static TestDatabase shared;

    @BeforeAll
    static void create() {
        shared = PostgresServer.get().createDatabase("cases");
    }

    @AfterAll
    static void drop() {
        PostgresServer.get().dropDatabase(shared);
    }

    static Stream<Case> cases() {
        return Stream.of(
                        CatalogCases.columns(),
                        CatalogCases.constraints(),
                        CatalogCases.indexes(),
                        CatalogCases.tables(),
                        CatalogCases.others())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatTheCatalogsHold(Case one) throws SQLException {
        try (Reading reading = Reading.of(shared)) {
            assumeTrue(reading.version() >= one.since(), "not known to this version");
            reading.connection().setAutoCommit(false);
            reading.run("CREATE SCHEMA app; SET search_path = app, public").run(one.ddl());

            assertThat(one.where().apply(reading.read("app"))).isEqualTo(one.expected());
            reading.connection().rollback();
        }
    }

    @Test
    void aSchemaIsEqualUnderAnotherName(TestDatabase database) throws SQLException {
        try (Reading reading = Reading.of(database)) {
            reading.run("CREATE EXTENSION citext; CREATE SCHEMA app; CREATE SCHEMA \"Shadow \"\"2\"\"\"");
            reading.run("SET search_path = app, public").run(Everything.DDL);
            reading.run("SET search_path = \"Shadow \"\"2\"\"\", public").run(Everything.DDL);

            Schema app = reading.run("SET search_path = app, public").read("app");
            Schema shadow = reading.run("RESET search_path").read("Shadow \"2\"");

            assertThat(app).isEqualTo(shadow);
            assertThat(app.toString()).doesNotContain("app.").doesNotContain("Shadow");
            assertThat(app.dependencies()).hasSizeGreaterThan(10);
        }
    }

    @Test
    void aSchemaIsEqualInPublicAndInAnother(TestDatabase database) throws SQLException {
        try (Reading reading = Reading.of(database)) {
            reading.run("CREATE EXTENSION citext").run(Everything.DDL).run("CREATE SCHEMA shadow");
            Schema live = reading.read("public");
            reading.run("SET search_path = shadow, public").run(Everything.DDL);

            assertThat(reading.read("shadow")).isEqualTo(live);
            assertThat(live.all(Extension.class)).extracting(Extension::schema).containsOnlyNulls();
        }
    }

    @Test
    void namesOfOtherSchemasAreQualified(TestDatabase database) throws SQLException {
        try (Reading reading = Reading.of(database)) {
            reading.run("CREATE SCHEMA audit; COMMENT ON SCHEMA audit IS 'log'; CREATE TYPE audit.kind AS ENUM ('a');"
                    + " CREATE FUNCTION audit.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';"
                    + " CREATE TABLE t (id int PRIMARY KEY, k audit.kind DEFAULT 'a');"
                    + " CREATE TABLE audit.log (t_id int REFERENCES t, k audit.kind);"
                    + " CREATE VIEW v AS SELECT t.id FROM t JOIN audit.log l ON l.t_id = t.id;"
                    + " CREATE TRIGGER g BEFORE UPDATE ON audit.log FOR EACH ROW EXECUTE FUNCTION audit.touch();"
                    + " SET search_path = public, audit");

            Schema schema = SchemaReader.read(
                    reading.connection(), SchemaScope.of("public").with("audit", "none"));

            assertThat(schema.all(Namespace.class)).containsExactly(new Namespace("audit", "log"));
            assertThat(schema.tables())
                    .extracting(table -> table.name().toString())
                    .containsExactly("t", "audit.log");
            assertThat(schema.tables().get(0).columns().get(1).type()).isEqualTo("audit.kind");
            assertThat(schema.tables().get(0).columns().get(1).value())
                    .hasToString("Default[expression='a'::audit.kind]");
            assertThat(schema.tables().get(1).constraints().get(0).toString()).contains("referencedTable=t,");
            assertThat(schema.all(View.class).get(0).definition()).contains("JOIN audit.log l");
            assertThat(schema.all(Function.class).get(0).definition())
                    .startsWith("CREATE OR REPLACE FUNCTION audit.touch()");
            assertThat(schema.all(Trigger.class).get(0).definition())
                    .contains("ON audit.log", "FUNCTION audit.touch()");
        }
    }

    @Test
    void omittedTablesGoWithAllThatIsOnThem(TestDatabase database) throws SQLException {
        try (Reading reading = Reading.of(database)) {
            reading.run(
                    "CREATE TABLE migration_history (id serial PRIMARY KEY); CREATE INDEX ON migration_history (id)");

            Schema schema = SchemaReader.read(
                    reading.connection(), SchemaScope.of("public").without("migration_history", "migration_version"));

            assertThat(schema).isEqualTo(Schema.EMPTY);
        }
    }

    @Test
    void aTemporaryTableHidesNothing(TestDatabase database) throws SQLException {
        try (Reading reading = Reading.of(database)) {
            reading.run("CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t");
            Schema before = reading.read("public");

            reading.run("CREATE TEMPORARY TABLE t (b int)");

            assertThat(reading.read("public")).isEqualTo(before);
        }
    }

    @Test
    void seesWhatTheCallersTransactionHasDone(TestDatabase database) throws SQLException {
        try (Reading reading = Reading.of(database)) {
            reading.connection().setAutoCommit(false);
            reading.run("CREATE SCHEMA shadow; SET LOCAL search_path = shadow; SET LOCAL datestyle = 'ISO, DMY'");
            reading.run("CREATE TABLE t (a date DEFAULT DATE '2025-12-31')");

            Schema schema = reading.read("shadow");

            assertThat(schema.tables())
                    .extracting(Table::columns)
                    .hasToString("[[Column[name=a, type=date, nullable=true,"
                            + " collation=null, value=Default[expression='2025-12-31'::date], comment=null]]]");
            assertThat(setting(reading, "search_path")).isEqualTo("shadow");
            assertThat(setting(reading, "datestyle")).isEqualTo("ISO, DMY");
            reading.connection().rollback();
            assertThat(setting(reading, "search_path")).isEqualTo("\"$user\", public");
        }
    }

    @Test
    void leavesAConnectionAsItWas(TestDatabase database) throws SQLException {
        try (Reading reading = Reading.of(database)) {
            reading.run("SET search_path = pg_catalog; SET timezone = 'Asia/Tokyo'");
            List<String> before = CatalogSnapshot.of(database);

            reading.read("public");

            assertThat(reading.connection().getAutoCommit()).isTrue();
            assertThat(setting(reading, "search_path")).isEqualTo("pg_catalog");
            assertThat(setting(reading, "timezone")).isEqualTo("Asia/Tokyo");
            assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
        }
    }

    @Test
    void aBrokenTransactionOfTheCallersIsTheCallers(TestDatabase database) throws SQLException {
        try (Reading reading = Reading.of(database)) {
            reading.connection().setAutoCommit(false);
            assertThatThrownBy(() -> reading.run("SELECT 1/0")).isInstanceOf(SQLException.class);

            assertThatThrownBy(() -> reading.read("public")).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void aSchemaThatIsNotThereIsNoEmptyOne(TestDatabase database) throws SQLException {
        try (Reading reading = Reading.of(database)) {
            assertThatThrownBy(() -> reading.read("App"))
                    .isInstanceOf(MigrationException.class)
                    .hasMessage("Schema 'App' does not exist.\n"
                            + "Create it with: CREATE SCHEMA \"App\", or name another one in migration.schema.");
            assertThat(reading.connection().getAutoCommit()).isTrue();
            reading.connection().setAutoCommit(false);
            assertThatThrownBy(() -> reading.read("App")).isInstanceOf(MigrationException.class);
            assertThat(setting(reading, "search_path")).isEqualTo("\"$user\", public");
        }
    }

    @Test
    void anInvalidIndexIsReadAsSuch(TestDatabase database) throws SQLException {
        try (Reading reading = Reading.of(database)) {
            reading.run("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (1)");
            assertThatThrownBy(() -> reading.run("CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)"))
                    .isInstanceOf(SQLException.class);

            assertThat(reading.read("public").tables().get(0).indexes().get(0).valid())
                    .isFalse();
        }
    }

    @Test
    void dependenciesAreThoseOfTheServer(TestDatabase database) throws SQLException {
        try (Reading reading = Reading.of(database)) {
            reading.run("CREATE EXTENSION citext; CREATE TYPE e AS ENUM ('a'); CREATE SEQUENCE s;"
                    + " CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';"
                    + " CREATE TABLE t (a int PRIMARY KEY DEFAULT nextval('s'), b e[], c int GENERATED ALWAYS AS (a + 1) STORED,"
                    + " d int CHECK (f(d) > 0)); CREATE TABLE r (x e DEFAULT 'a', t t, c citext[]); CREATE INDEX ON r (f(1));"
                    + " CREATE VIEW v AS SELECT f(a) FROM t; CREATE VIEW w AS SELECT * FROM v; CREATE FUNCTION g() RETURNS SETOF t LANGUAGE sql"
                    + " BEGIN ATOMIC SELECT a, NULL::e[], 1, 1 FROM t; END");

            assertThat(reading.read("public").dependencies())
                    .extracting(Dependency::dependent, Dependency::on)
                    .extracting(pair ->
                            pair.toList().get(0) + " <- " + pair.toList().get(1))
                    .containsExactly(
                            "function g() <- enum type e",
                            "function g() <- table t",
                            "function g() <- column t.a",
                            "column r.c <- extension citext",
                            "column r.t <- table t",
                            "column r.x <- enum type e",
                            "column t.a <- sequence s",
                            "column t.b <- enum type e",
                            "column t.c <- column t.a",
                            "constraint t.t_d_check <- function f(integer)",
                            "constraint t.t_d_check <- column t.d",
                            "constraint t.t_pkey <- column t.a",
                            "index r.r_f_idx <- function f(integer)",
                            "view v <- function f(integer)",
                            "view v <- column t.a",
                            "view w <- view v");
        }
    }

    private static String setting(Reading reading, String name) throws SQLException {
        Connection connection = reading.connection();
        try (ResultSet row = connection.createStatement().executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
