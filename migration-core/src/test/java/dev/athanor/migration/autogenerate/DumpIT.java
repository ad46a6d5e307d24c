package dev.athanor.migration.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.history.Tables;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementSplitter;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Compares databases with files that {@code pg_dump --schema-only} has written, unchanged, for databases that the
 * scripts next to them created.
 *
 * <p>{@code dump.sql} is the dump of {@code made.sql}; {@code shop-public.sql} and {@code shop-app.sql} are dumps of
 * {@code shop.sql}.
 */
@ExtendWith(PostgresExtension.class)
class DumpIT {

    private static final String TIMEOUTS = "SET idle_in_transaction_session_timeout = 0;\n";

    /** Imitates what the versions of pg_dump write at the beginning and at the end. */
    enum Writer {
        /** Imitates versions from before psql had \restrict. */
        EARLIER {
            @Override
            String of(String dump) {
                return dump.replaceAll("(?m)^\\\\(un)?restrict .*\n", "");
            }
        },
        /** Keeps the resource unchanged. */
        FIFTEEN {
            @Override
            String of(String dump) {
                return dump;
            }
        },
        /** Imitates versions that write a setting unknown to earlier servers. */
        EIGHTEEN {
            @Override
            String of(String dump) {
                return dump.replace(TIMEOUTS, TIMEOUTS + "SET transaction_timeout = 0;\n");
            }
        };

        abstract String of(String dump);
    }

    @AfterEach
    void leavesNothingBehind(TestDatabase database) {
        assertThat(database.texts("SELECT datname FROM pg_database WHERE datname LIKE 'migration_verify%'"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Writer.class)
    void aWholeDatabaseIsAsItsDump(Writer writer, TestDatabase database) {
        make(database, resource("made.sql"));
        List<String> before = CatalogSnapshot.of(database);

        ComparisonReport report = CheckIT.check(database, writer.of(resource("dump.sql")));

        assertThat(report.text()).isEqualTo("Nothing differs between the database and schema.sql.");
        assertThat(report.coverage()).isEqualTo(new Coverage(List.of("public", "Odd one", "state"), List.of()));
        assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ALTER TABLE users ADD COLUMN by_hand int                   | column users.by_hand: removed
                    DROP TABLE state.log CASCADE                               | table state.log: added
                    ALTER TABLE "Odd one"."Select" ALTER "Group by" SET DEFAULT 6 | column Odd one.Select.Group by: default 6 → 5
                    CREATE OR REPLACE FUNCTION state.note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END' | function state.note(): definition differs
                    COMMENT ON SCHEMA state IS NULL                            | schema state: comment none → 'what the machines do'
                    CREATE TABLE state.mine (id int)                           | table state.mine: removed
                    ALTER TYPE state.phase ADD VALUE 'stuck'                   | enum type state.phase: values begun, done, stuck → begun, done
                    """)
    void aDifferenceInEachSchemaIsFound(String byHand, String difference, TestDatabase database) {
        make(database, resource("made.sql"));
        database.execute(byHand);

        ComparisonReport report = CheckIT.check(database, resource("dump.sql"));

        assertThat(report.lines()).contains(difference);
    }

    @Test
    void aSchemaThatWasDroppedByHandIsFound(TestDatabase database) {
        make(database, resource("made.sql"));
        database.execute("DROP SCHEMA \"Odd one\" CASCADE; CREATE SCHEMA later; CREATE TABLE later.on (id int)");

        assertThat(CheckIT.check(database, resource("dump.sql")).text()).isEqualTo("""
                The database differs from schema.sql in 2 places:
                  schema Odd one: only in schema.sql
                  table Odd one.Select: only in schema.sql
                Total: 2 only in schema.sql.
                Not compared: schema later. Name it in `migration.autogenerate.schemas` to compare it.""");
    }

    /** Leaves out what no revision is generated for; the witness would refuse the revision. */
    @Test
    void whatIsMissingIsGeneratedFromADumpAndProven(TestDatabase database) {
        String dump = resource("dump.sql");
        Autogeneration generated = new Autogenerator(
                        new SchemaComparison(database.dataSource(), Tables.defaults(), ComparisonSettings.defaults()))
                .generate(CheckIT.script(dump));
        make(database, generated.revisions().get(0).upgrade());

        assertThat(CheckIT.check(database, dump).text())
                .isEqualTo("Nothing differs between the database and schema.sql.");
    }

    @ParameterizedTest
    @CsvSource({
        "public, shop-public.sql, schema.sql",
        "app, shop-app.sql, schema.sql",
        "app, shop-public.sql, 'schema.sql, whose schema public stands for app'",
        "public, shop-app.sql, 'schema.sql, whose schema app stands for public'"
    })
    void aDumpOfOneSchemaIsComparedWithTheTarget(String target, String dump, String wanted, TestDatabase database) {
        make(
                database,
                "CREATE SCHEMA IF NOT EXISTS " + target + "; SET search_path = " + target + ";" + resource("shop.sql"));

        assertThat(in(target, database).check(CheckIT.script(resource(dump))).text())
                .isEqualTo("Nothing differs between the database and " + wanted + ".");

        database.execute("DROP INDEX " + target + ".orders_open");
        assertThat(in(target, database).check(CheckIT.script(resource(dump))).lines())
                .containsExactly("index orders.orders_open: added");
    }

    @Test
    void theBooksInADumpAreNotCompared(TestDatabase database) {
        make(database, resource("shop.sql"));

        assertThat(CheckIT.check(
                                database,
                                resource("shop-public.sql")
                                        + "CREATE TABLE public.migration_version (version_num varchar(32) PRIMARY KEY);"
                                        + "CREATE TABLE public.migration_history (id uuid PRIMARY KEY);")
                        .lines())
                .isEmpty();
    }

    /** Checks dumps with {@code --clean --if-exists} and with {@code --no-owner --no-privileges}. */
    @ParameterizedTest
    @CsvSource({"public, shop-public-clean.sql", "app, shop-app-clean.sql", "app, shop-app-bare.sql"})
    void otherWaysToDumpServeAsWell(String target, String dump, TestDatabase database) {
        make(
                database,
                "CREATE SCHEMA IF NOT EXISTS " + target + "; SET search_path = " + target + ";" + resource("shop.sql"));

        assertThat(in(target, database).check(CheckIT.script(resource(dump))).text())
                .isEqualTo("Nothing differs between the database and schema.sql.");
    }

    /** Checks a dump with {@code --table}, which writes no schemas. */
    @Test
    void aDumpOfSomeTablesNeedsNoSchema(TestDatabase database) {
        database.execute("CREATE SCHEMA app; CREATE TABLE app.users (id bigint)");

        assertThat(in("app", database)
                        .check(CheckIT.script("SELECT pg_catalog.set_config('search_path', '', false);\n"
                                + "CREATE TABLE app.users (id bigint);"))
                        .lines())
                .isEmpty();
    }

    @Test
    void severalSchemasOfWhichNoneIsTheTargetsAreAmbiguous(TestDatabase database) {
        database.execute("CREATE SCHEMA app");

        assertThatThrownBy(() -> in("app", database).check(CheckIT.script(resource("dump.sql"))))
                .isInstanceOf(ComparisonException.class)
                .hasMessage("""
                        The wanted schema of schema.sql makes schemas Odd one, public, state, and not app, in which migrations\
                         run: one has to stand for it.
                        Name the others in `migration.autogenerate.schemas`, or the one in `migration.schema`; or write the\
                         dump again with `pg_dump --schema-only --schema=NAME`.""");
    }

    @Test
    void theOthersAreNamedInTheSettings(TestDatabase database) {
        make(database, resource("made.sql") + "; ALTER SCHEMA public RENAME TO app; CREATE SCHEMA public");

        ComparisonReport report = new SchemaComparison(
                        database.dataSource(),
                        new Tables("app", Tables.VERSION_TABLE, Tables.HISTORY_TABLE),
                        ComparisonSettings.defaults().withSchemas("state", "Odd one"))
                .check(CheckIT.script(resource("dump.sql")));

        assertThat(report.coverage()).isEqualTo(new Coverage(List.of("app", "Odd one", "state"), List.of()));
        assertThat(report.lines()).isEmpty();
    }

    @Test
    void anotherServerServesForADump(TestDatabase database) {
        TestDatabase shadow = PostgresServer.get().createDatabase("shadow");
        try {
            make(database, resource("made.sql"));
            shadow.execute("CREATE TABLE users (in_the_way int)");
            List<String> before = CatalogSnapshot.of(shadow);

            ComparisonReport report = CheckIT.check(
                    database,
                    resource("dump.sql"),
                    ComparisonSettings.defaults().withShadow(shadow.dataSource()));

            assertThat(report.lines()).isEmpty();
            assertThat(CatalogSnapshot.of(shadow)).isEqualTo(before);
        } finally {
            PostgresServer.get().dropDatabase(shadow);
        }
    }

    /** Checks a role that owns nothing in the target and is not the owner that the dump names. */
    @ParameterizedTest
    @CsvSource({"made.sql, dump.sql", "shop.sql, shop-public.sql"})
    void aRoleThatMayCreateDatabasesIsEnough(String made, String dump, TestDatabase database) {
        make(database, resource(made));
        database.execute("CREATE ROLE dump_reader LOGIN CREATEDB PASSWORD 'reader'");
        try {
            DriverManagerDataSource reader = new DriverManagerDataSource(database.url(), "dump_reader", "reader");

            ComparisonReport report = new SchemaComparison(reader, Tables.defaults(), ComparisonSettings.defaults())
                    .check(CheckIT.script(resource(dump).replaceAll("OWNER TO \\w+", "OWNER TO nobody_here")));

            assertThat(report.lines()).isEmpty();
        } finally {
            database.execute("DROP ROLE dump_reader");
        }
    }

    @Test
    void aMistakeInADumpIsToldWithItsLine(TestDatabase database) {
        assertThatThrownBy(() -> CheckIT.check(
                        database,
                        "\\restrict abc\n\nSELECT pg_catalog.set_config('search_path', '', false);\n\n"
                                + "CREATE TABLE public.t (\n    id integr\n);\n\\unrestrict abc\n"))
                .isInstanceOf(ComparisonException.class)
                .hasMessage("""
                        The wanted schema cannot be made: schema.sql:6
                            CREATE TABLE public.t (
                                id integr
                            )
                        ERROR: type "integr" does not exist (SQLState 42704)
                        Correct it there. Nothing was changed: all was rolled back.""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    \\connect shop | schema.sql:2: \\connect is a command of psql, not of PostgreSQL's SQL. | Remove it: one database is compared; `pg_dump` writes none without `--create`.
                    \\i other.sql  | schema.sql:2: \\i is a command of psql, not of PostgreSQL's SQL. | Copy the other file's statements into this one.
                    CREATE DATABASE shop; | schema.sql:2: `CREATE DATABASE shop` is about a whole database, and a wanted schema is made inside of one. | Remove it; `pg_dump` writes none without `--create`.
                    COPY t (id) FROM stdin; | schema.sql:2: COPY … FROM stdin reads data that only psql can send. | Remove it with its rows, which are not compared; `pg_dump --schema-only` writes none.
                    """)
    void whatOnlyPsqlCanDoIsRefused(String line, String problem, String action, TestDatabase database) {
        String text = "\\restrict abc\n" + line + "\n\\unrestrict abc\n";

        assertThatThrownBy(() -> CheckIT.check(database, text)).hasMessage(problem + "\n" + action);
    }

    private static SchemaComparison in(String schema, TestDatabase database) {
        return new SchemaComparison(
                database.dataSource(),
                new Tables(schema, Tables.VERSION_TABLE, Tables.HISTORY_TABLE),
                ComparisonSettings.defaults());
    }

    private static void make(TestDatabase database, String script) {
        try (Connection connection = database.dataSource().getConnection()) {
            for (Statement statement : StatementSplitter.split(script)) {
                RollbackTransaction.send(connection, statement.sql());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(DumpIT.class.getResourceAsStream("/dumps/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
