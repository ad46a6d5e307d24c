package dev.athanor.migration.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Compares a database with a {@code schema.sql}, and checks that no comparison leaves anything in the database. */
@ExtendWith(PostgresExtension.class)
class CheckIT {

    private static final String USERS = "CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL);\n";

    /** With a sequence, a trigger with its function, and a type, as the tools' own DDL has them. */
    private static final String TOOLS = """
            CREATE TABLE "DATABASECHANGELOG" (id varchar(255)); CREATE TABLE databasechangeloglock (id int PRIMARY KEY);
            CREATE TABLE batch_job_instance (job_instance_id bigint PRIMARY KEY, job_name varchar(100) NOT NULL);
            CREATE TABLE batch_job_execution (
                job_execution_id bigserial PRIMARY KEY, job_instance_id bigint REFERENCES batch_job_instance);
            CREATE INDEX by_instance ON batch_job_execution (job_instance_id);
            CREATE SEQUENCE batch_job_instance_seq MAXVALUE 9223372036854775807 NO CYCLE;
            CREATE TABLE int_channel_message (message_id char(36) PRIMARY KEY);
            CREATE FUNCTION int_channel_message_notify_fct() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
            CREATE TRIGGER int_channel_message_notify_trg AFTER INSERT ON int_channel_message
                FOR EACH ROW EXECUTE PROCEDURE int_channel_message_notify_fct();
            CREATE TYPE lock_state AS ENUM ('held', 'free');
            CREATE TABLE shedlock (name varchar(64) PRIMARY KEY, state lock_state);
            """;

    @AfterEach
    void leavesNothingBehind(TestDatabase database) {
        assertThat(database.texts("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'athanor%'"))
                .isEmpty();
    }

    @Test
    void nothingDiffersWhenTheDatabaseIsAsTheScriptHasIt(TestDatabase database) {
        database.execute(USERS);

        ComparisonReport report = check(database, USERS);

        assertThat(report.matches()).isTrue();
        assertThat(report.text()).isEqualTo("Nothing differs between the database and schema.sql.");
    }

    @Test
    void differencesAreSortedLinesWithTheOrderOfColumnsApart(TestDatabase database) {
        database.execute("CREATE TABLE users (name text, id integer PRIMARY KEY, age int);"
                + "CREATE TABLE gone (x int); CREATE TYPE mood AS ENUM ('sad')");

        ComparisonReport report = check(
                database,
                USERS + "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE added (x int, y int);"
                        + "CREATE INDEX users_name ON users (name) WHERE id > 5;");

        assertThat(report.matches()).isFalse();
        assertThat(report.text()).isEqualTo("""
                The database differs from schema.sql in 7 places:
                  enum type mood: differs: database values sad, schema.sql values sad, ok
                  table added: only in schema.sql
                  table gone: only in the database
                  table users:
                    column age: only in the database
                    column id: differs: database type integer, schema.sql type bigint
                    column name: differs: database nullable, schema.sql not null
                    index users_name: only in schema.sql
                Total: 2 only in the database, 2 only in schema.sql, 3 differ.
                Lesser findings:
                  table users: columns in the order name, id instead of id, name""");
    }

    @Test
    void namesThatNobodyChoseAndTheBooksDoNotCount(TestDatabase database) {
        database.execute("CREATE TABLE users (id bigint CONSTRAINT pk_users PRIMARY KEY, name text NOT NULL);"
                + "CREATE TABLE migration_version (version_num text); CREATE TABLE migration_history (id int)");

        assertThat(check(database, USERS).lines()).isEmpty();
    }

    @Test
    void switchesAndFiltersAreKept(TestDatabase database) {
        database.execute(
                "CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL DEFAULT 'x'); CREATE TABLE spatial_ref (x int)");
        DiffOptions options = DiffOptions.EXACT
                .withTypes(false)
                .withDefaults(false)
                .withInclude(object -> !object.name().name().startsWith("spatial_"));

        ComparisonReport report =
                check(database, USERS, ComparisonSettings.defaults().withOptions(options));

        assertThat(report.lines()).isEmpty();
    }

    @Test
    void tablesOfOtherToolsAreLeftOutWithWhatBelongsToThem(TestDatabase database) {
        database.execute(USERS + TOOLS);

        ComparisonReport report = check(database, USERS);

        assertThat(report.text()).isEqualTo("""
                Nothing differs between the database and schema.sql.
                Left out: tables of other tools: DATABASECHANGELOG, databasechangeloglock (Liquibase); \
                batch_job_execution, batch_job_instance (Spring Batch); int_channel_message (Spring Integration); \
                shedlock (ShedLock). Compare them with `migration.autogenerate.compare-tool-tables=true`.""");
        assertThat(report.leftOut().names())
                .containsExactly(
                        "enum type lock_state",
                        "sequence batch_job_execution_job_execution_id_seq",
                        "sequence batch_job_instance_seq",
                        "function int_channel_message_notify_fct()",
                        "table DATABASECHANGELOG",
                        "table batch_job_execution",
                        "table batch_job_instance",
                        "table databasechangeloglock",
                        "table int_channel_message",
                        "table shedlock");
    }

    @Test
    void tablesThatOnlySoundLikeAToolsAreCompared(TestDatabase database) {
        database.execute(USERS + "CREATE TABLE batch_orders (id int); CREATE TABLE int_rates (id int);"
                + "CREATE TABLE qrtz_notes (id int); CREATE SEQUENCE event_publication_numbers");

        assertThat(check(database, USERS).lines())
                .containsExactly(
                        "sequence event_publication_numbers: removed",
                        "table batch_orders: removed",
                        "table int_rates: removed",
                        "table qrtz_notes: removed");
    }

    @Test
    void aTableOfAnotherToolIsComparedWhenItIsWanted(TestDatabase database) {
        database.execute(USERS + TOOLS);

        ComparisonReport report = check(
                database,
                USERS + "CREATE TABLE shedlock (name varchar(64) PRIMARY KEY, lock_until timestamp);"
                        + "CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY);");

        assertThat(report.lines())
                .containsExactly(
                        "enum type lock_state: removed",
                        "table flyway_schema_history: added",
                        "column shedlock.lock_until: added",
                        "column shedlock.state: removed");
        assertThat(report.leftOut().names()).doesNotContain("table shedlock");
    }

    @Test
    void tablesOfOtherToolsAreComparedWhenThatIsAskedFor(TestDatabase database) {
        database.execute(USERS + "CREATE TABLE shedlock (name varchar(64) PRIMARY KEY)");

        ComparisonReport report =
                check(database, USERS, ComparisonSettings.defaults().withTools(ToolTables.Mode.COMPARED));

        assertThat(report.lines()).containsExactly("table shedlock: removed");
    }

    @Test
    void extensionsOfTheLiveSchemaAreFoundByTheirNames(TestDatabase database) {
        database.execute("CREATE EXTENSION citext; CREATE SCHEMA other; CREATE EXTENSION hstore SCHEMA other;"
                + "CREATE TABLE users (mail citext UNIQUE, more other.hstore)");

        assertThat(check(
                                database,
                                "CREATE EXTENSION IF NOT EXISTS citext;\nCREATE TABLE users (mail citext UNIQUE, more hstore);")
                        .lines())
                .isEmpty();
    }

    @Test
    void aSchemaOfAnotherNameIsComparedWithIt(TestDatabase database) {
        database.execute("CREATE SCHEMA app; CREATE TABLE app.users (id bigint PRIMARY KEY, name text NOT NULL, x int);"
                + "CREATE TABLE public.shared (id int)");

        ComparisonReport report = new SchemaComparison(
                        database.dataSource(),
                        new Tables("app", "migration_version", "migration_history"),
                        ComparisonSettings.defaults())
                .check(script(USERS));

        assertThat(report.lines()).containsExactly("column users.x: removed");
    }

    @Test
    void furtherSchemasThatAScriptCreatesAreComparedToo(TestDatabase database) {
        database.execute(USERS + "CREATE SCHEMA audit; CREATE TABLE audit.log (id int, extra int)");

        ComparisonReport report =
                check(database, USERS + "CREATE SCHEMA audit; CREATE TABLE audit.log (id int REFERENCES users);");

        assertThat(report.lines())
                .containsExactly("column audit.log.extra: removed", "constraint audit.log.log_id_fkey: added");
        assertThat(report.coverage()).isEqualTo(new Coverage(List.of("public", "audit"), List.of()));
    }

    @Test
    void aSchemaThatIsThereForExtensionsNeedsNoDatabaseOfItsOwn(TestDatabase database) {
        database.execute(
                "CREATE SCHEMA tools; CREATE EXTENSION citext SCHEMA tools; CREATE TABLE t (mail tools.citext)");
        String tools = "CREATE SCHEMA IF NOT EXISTS tools; CREATE EXTENSION IF NOT EXISTS citext SCHEMA tools;";

        assertThat(check(database, tools + "CREATE TABLE t (mail tools.citext);")
                        .text())
                .isEqualTo("Nothing differs between the database and schema.sql.");
        assertThatThrownBy(() -> check(database, tools + "CREATE TABLE tools.t (mail tools.citext);"))
                .hasMessageStartingWith("The wanted schema of schema.sql makes or drops something in schema tools,");
    }

    @Test
    void aFurtherSchemaThatIsNotThereYetIsMissing(TestDatabase database) {
        assertThat(check(database, "CREATE SCHEMA audit; CREATE TABLE audit.log (id int);")
                        .lines())
                .containsExactly("schema audit: added", "table audit.log: added");
    }

    @Test
    void aScriptThatCreatesTheTargetsSchemaMayNameIt(TestDatabase database) {
        database.execute(USERS);

        assertThat(check(database, "CREATE SCHEMA IF NOT EXISTS public;" + USERS.replace("users", "public.users"))
                        .lines())
                .isEmpty();
    }

    @Test
    void aScriptThatSaysWhereNamesAreLookedUpIsMadeThere(TestDatabase database) {
        database.execute(USERS);

        assertThat(check(database, "SET search_path = public;" + USERS).lines()).isEmpty();
    }

    @Test
    void schemasThatAreNotComparedAreSaid(TestDatabase database) {
        database.execute(USERS + "CREATE SCHEMA audit; CREATE TABLE audit.log (id int)");

        assertThat(check(database, USERS).text()).isEqualTo("""
                Nothing differs between the database and schema.sql.
                Not compared: schema audit. Name it in `migration.autogenerate.schemas` to compare it.""");
    }

    @Test
    void aScriptThatMakesSomethingInASchemaThatIsNotComparedIsRefused(TestDatabase database) {
        database.execute("CREATE SCHEMA audit; CREATE TABLE audit.log (id int)");

        assertThatThrownBy(() -> check(database, USERS + "CREATE TABLE audit.more (id int);"))
                .isInstanceOf(ComparisonException.class)
                .hasMessage("""
                        The wanted schema of schema.sql makes or drops something in schema audit, which is not compared.
                        Name it in `migration.autogenerate.schemas`. Nothing was changed: all was rolled back.""");
        assertThat(database.texts("SELECT relname FROM pg_class WHERE relnamespace = 'audit'::regnamespace"))
                .containsExactly("log");
    }

    @Test
    void aBodyThatBeginsWithASemicolonIsOneStatement(TestDatabase database) {
        String function = "CREATE FUNCTION ab() RETURNS int LANGUAGE sql BEGIN ATOMIC; SELECT 1; END;";

        Autogeneration generated = new Autogenerator(comparison(database, ComparisonSettings.defaults()))
                .generate(
                        script("CREATE TABLE t (keep int, odd boolean DEFAULT '{\"a\": 1}'::jsonb ? 'a');" + function));

        assertThat(generated.report().lines()).containsExactly("function ab(): added", "table t: added");
    }

    @Test
    void whoOwnsAndMayUseSomethingIsNotAsked(TestDatabase database) {
        database.execute(USERS);

        assertThat(check(
                                database,
                                USERS + "ALTER TABLE users OWNER TO nobody_here; GRANT SELECT ON users TO nobody_here;"
                                        + "REVOKE ALL ON users FROM nobody_here; SET SESSION AUTHORIZATION nobody_here;"
                                        + "ALTER DEFAULT PRIVILEGES FOR ROLE nobody_here GRANT SELECT ON TABLES TO PUBLIC;"
                                        + "RESET SESSION AUTHORIZATION;")
                        .lines())
                .isEmpty();
    }

    @Test
    void aLongListInASentenceIsCutShort(TestDatabase database) {
        StringBuilder drops = new StringBuilder();
        for (int i = 1; i <= 8; i++) {
            database.execute("CREATE TABLE t" + i + " (id int)");
            drops.append("DROP TABLE public.t").append(i).append(';');
        }

        assertThatThrownBy(() -> check(database, drops.toString()))
                .hasMessageStartingWith(
                        "The wanted schema of schema.sql touches the live one instead of making its own:"
                                + " table t1: removed; table t2: removed; table t3: removed; table t4: removed;"
                                + " table t5: removed and 3 more.\n");
    }

    @Test
    void aScriptThatFailsInTheMiddleSaysWhere(TestDatabase database) {
        List<String> before = CatalogSnapshot.of(database);

        assertThatThrownBy(() -> check(database, USERS + "\nCREATE TABLE orders (\n  id int,\n  x integr);\n"))
                .isInstanceOf(ComparisonException.class)
                .hasMessage("""
                        The wanted schema cannot be made: schema.sql:5
                            CREATE TABLE orders (
                              id int,
                              x integr)
                        ERROR: type "integr" does not exist (SQLState 42704)
                        Correct it there. Nothing was changed: all was rolled back.""");
        assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
    }

    @Test
    void aScriptThatEndsTheTransactionIsRefusedBeforeAnythingIsDone(TestDatabase database) {
        assertThatThrownBy(() ->
                        check(database, USERS + "\nCOMMIT;\n\\d users\nCREATE INDEX CONCURRENTLY i ON users (id);\n"))
                .hasMessageContaining("schema.sql:3")
                .hasMessageContaining("schema.sql:4")
                .hasMessageContaining("schema.sql:5");
    }

    @Test
    void aConnectionThatIsCutInTheMiddleLeavesNothing(TestDatabase database) {
        List<String> before = CatalogSnapshot.of(database);

        assertThatThrownBy(() -> check(database, USERS + "SELECT pg_terminate_backend(pg_backend_pid());"))
                .isInstanceOf(ComparisonException.class)
                .hasMessageStartingWith("The wanted schema cannot be made: schema.sql:2\n");
        assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
    }

    @Test
    void aDatabaseThatIsReadOnlyIsToldOfTheShadow(TestDatabase database) {
        database.execute("ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on");

        assertThatThrownBy(() -> check(database, USERS))
                .isInstanceOf(ComparisonException.class)
                .hasMessage("No schema can be created in database " + database.name()
                        + ", in which the wanted one would be made and rolled back: ERROR: cannot execute CREATE SCHEMA in"
                        + " a read-only transaction (SQLState 25006)\n"
                        + "Name another server, with a database for that, in `migration.shadow.url`.");
    }

    @Test
    void aSourceThatSwallowsItsFailureIsFoundOut(TestDatabase database) {
        WantedSchema swallows = new WantedSchema() {
            @Override
            public String describe() {
                return "a source";
            }

            @Override
            public void create(java.sql.Connection connection) {
                try (java.sql.Statement statement = connection.createStatement()) {
                    statement.execute("CREATE TABLE t (id integr)");
                } catch (java.sql.SQLException e) {
                    return;
                }
            }
        };

        assertThatThrownBy(() ->
                        comparison(database, ComparisonSettings.defaults()).check(swallows))
                .isInstanceOf(ComparisonException.class)
                .hasMessage("""
                        The comparison failed: ERROR: current transaction is aborted, commands ignored until end of\
                         transaction block (SQLState 25P02)
                        Read the server's message. Nothing was changed: all was rolled back.""");
    }

    @Test
    void aScriptThatDropsWhatIsThereIsRefused(TestDatabase database) {
        database.execute(USERS);

        assertThatThrownBy(() -> check(database, "DROP TABLE public.users; CREATE TABLE public.other (id int);"))
                .isInstanceOf(ComparisonException.class)
                .hasMessage("""
                        The wanted schema of schema.sql touches the live one instead of making its own: table other: added;\
                         table users: removed.
                        Write its names without a schema, and create each object before it is used. Nothing was changed:\
                         all was rolled back.""");
        assertThat(database.exists("users")).isTrue();
    }

    @Test
    void aScriptThatRefersToWhatIsThereIsRefused(TestDatabase database) {
        database.execute(USERS + "; CREATE EXTENSION citext");

        assertThatThrownBy(() -> check(database, "CREATE TABLE orders (id int, user_id bigint REFERENCES users);"))
                .isInstanceOf(ComparisonException.class)
                .hasMessageStartingWith(
                        "The wanted schema of schema.sql touches the live one instead of making its own:"
                                + " table users: used.");
    }

    @Test
    void aSourceThatCommitsIsFoundOutAndItsSchemaDropped(TestDatabase database) {
        WantedSchema commits = new WantedSchema() {
            @Override
            public String describe() {
                return "a source";
            }

            @Override
            public void create(java.sql.Connection connection) throws java.sql.SQLException {
                try (java.sql.Statement statement = connection.createStatement()) {
                    statement.execute("CREATE TABLE t (id int)");
                }
                connection.commit();
            }
        };

        assertThatThrownBy(() ->
                        comparison(database, ComparisonSettings.defaults()).check(commits))
                .isInstanceOf(ComparisonException.class)
                .hasMessageStartingWith("The wanted schema of a source has ended the transaction in which it is made.");
    }

    @Test
    void aRoleThatMayNotCreateSchemasIsToldOfTheShadow(TestDatabase database) {
        TestDatabase shadow = PostgresServer.get().createDatabase("shadow");
        database.execute("DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN PASSWORD 'reader'");
        try {
            DriverManagerDataSource reader = new DriverManagerDataSource(database.url(), "reader", "reader");
            SchemaComparison comparison =
                    new SchemaComparison(reader, Tables.defaults(), ComparisonSettings.defaults());

            assertThatThrownBy(() -> comparison.check(script(USERS)))
                    .isInstanceOf(ComparisonException.class)
                    .hasMessage("Role reader may not create schemas in database " + database.name()
                            + ", and the wanted schema is made in one, in a transaction that is rolled back.\n"
                            + "Grant it: GRANT CREATE ON DATABASE \"" + database.name()
                            + "\" TO \"reader\"; or name another server, with a database for that, in"
                            + " `migration.shadow.url`.");
            assertThat(new SchemaComparison(
                                    reader,
                                    Tables.defaults(),
                                    ComparisonSettings.defaults().withShadow(shadow.dataSource()))
                            .check(script(USERS))
                            .lines())
                    .containsExactly("table users: added");
        } finally {
            PostgresServer.get().dropDatabase(shadow);
            database.execute("DROP ROLE reader");
        }
    }

    static SchemaScript script(String text) {
        return SchemaScript.of(new ScriptFile("schema.sql", text));
    }

    static ComparisonReport check(TestDatabase database, String wanted) {
        return check(database, wanted, ComparisonSettings.defaults());
    }

    static ComparisonReport check(TestDatabase database, String wanted, ComparisonSettings settings) {
        return comparison(database, settings).check(script(wanted));
    }

    private static SchemaComparison comparison(TestDatabase database, ComparisonSettings settings) {
        return new SchemaComparison(database.dataSource(), Tables.defaults(), settings);
    }
}
