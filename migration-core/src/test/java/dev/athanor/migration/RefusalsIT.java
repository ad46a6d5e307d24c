package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.athanor.migration.runner.MigrationFailedException;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.runner.TransactionScope;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests each way in which the server refuses a statement, and that the advice for it is given and works. */
@ExtendWith(PostgresExtension.class)
class RefusalsIT {

    private static final String END = ", then start again; nothing of this revision was applied.";

    private static String action(TestDatabase database, Scripts scripts) {
        return action(TestMigrations.of(database, scripts));
    }

    private static String action(Migrations migrations) {
        return catchThrowableOfType(MigrationFailedException.class, migrations::upgrade)
                .action();
    }

    private static Scripts section(String options, String upgrade) {
        return Scripts.none().with("a1", Scripts.header("a1", "") + "-- @upgrade" + options + "\n" + upgrade + "\n");
    }

    private static Scripts script(String upgrade) {
        return section("", upgrade);
    }

    private static UnaryOperator<MigrationsBuilder> single() {
        RunSettings settings = TestMigrations.run(TransactionScope.SINGLE, Duration.ofSeconds(5));
        return builder -> builder.run(settings);
    }

    @Test
    void aProcedureThatCommitsNeedsASectionWithoutTransaction(TestDatabase database) {
        database.execute("CREATE PROCEDURE p() LANGUAGE plpgsql AS 'BEGIN COMMIT; END'");

        assertThat(action(database, script("CALL p();")))
                .isEqualTo("Run it without a transaction: mark the section `-- @upgrade transaction=none`" + END);
        assertThat(action(TestMigrations.of(database, script("CALL p();"), single())))
                .isEqualTo("Run it without a transaction: mark the section `-- @upgrade transaction=none`, and set"
                        + " migration.transaction=revision" + END);

        assertThat(TestMigrations.of(database, section(" transaction=none", "CALL p();"))
                        .upgrade()
                        .steps())
                .hasSize(1);
    }

    @Test
    void aCommitInsideABlockWithExceptionHasToMove(TestDatabase database) {
        String block = "DO $$ BEGIN BEGIN COMMIT; EXCEPTION WHEN division_by_zero THEN NULL; END; END $$;";

        assertThat(action(database, section(" transaction=none", block)))
                .isEqualTo(
                        "Move COMMIT and ROLLBACK out of blocks with EXCEPTION and out of functions: a procedure that"
                                + " CALL runs and a DO block may have them outside of those, then start again; the next run"
                                + " continues from this statement.");
    }

    @Test
    void aCommandInsideABlockThatCannotRunInATransactionHasToStandAlone(TestDatabase database) {
        String block = "DO $$ BEGIN EXECUTE 'VACUUM'; END $$;";

        assertThat(action(database, script(block)))
                .isEqualTo(
                        "The command cannot run inside a function, a procedure or a DO block. Write it as a statement of"
                                + " its own, and mark the section `-- @upgrade transaction=none`" + END);
        assertThat(action(database, section(" transaction=none", block)))
                .isEqualTo(
                        "The command cannot run inside a function, a procedure or a DO block. Write it as a statement of"
                                + " its own, then start again; the next run continues from this statement.");

        assertThat(TestMigrations.of(database, section(" transaction=none", "VACUUM;"))
                        .upgrade()
                        .steps())
                .hasSize(1);
    }

    @Test
    void aTransactionThatHasBegunKeepsItsMode(TestDatabase database) {
        assertThat(action(database, script("SELECT 1;\nSET TRANSACTION ISOLATION LEVEL SERIALIZABLE;")))
                .isEqualTo("The migration begins each transaction, and its mode cannot change once a statement has run."
                        + " Remove the statement" + END);
    }

    @Test
    void aNewValueOfAnEnumIsUsedInALaterRevisionOrWithoutTransaction(TestDatabase database) {
        database.execute("CREATE TYPE mood AS ENUM ('ok')");
        database.execute("CREATE TABLE t (m mood)");
        String both = "ALTER TYPE mood ADD VALUE 'sad';\nINSERT INTO t VALUES ('sad');";
        String own =
                "A new value of an enum can be used once it is committed. Add it in a separate revision before this"
                        + " one";

        assertThat(action(database, script(both)))
                .isEqualTo(own + ", or mark the section `-- @upgrade transaction=none`" + END);
        assertThat(action(TestMigrations.of(database, script(both), single())))
                .isEqualTo(own + ", and set migration.transaction=revision" + END);

        TestMigrations.of(database, section(" transaction=none", both)).upgrade();
        assertThat(database.texts("SELECT m FROM t")).containsExactly("sad");
    }

    @Test
    void rowsThatWaitForADeferredCheckAreCheckedFirst(TestDatabase database) {
        database.executeAll(
                "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p DEFERRABLE INITIALLY"
                        + " DEFERRED); INSERT INTO p VALUES (1);");
        String insert = "INSERT INTO c VALUES (1);\n";
        String alter = "ALTER TABLE c ADD note text;";

        assertThat(action(database, script(insert + alter)))
                .isEqualTo(
                        "Rows of the table still wait for a deferred check, or a cursor reads it. Put `SET CONSTRAINTS ALL"
                                + " IMMEDIATE` before the statement, or put the statement into a separate revision"
                                + END);

        TestMigrations.of(database, script(insert + "SET CONSTRAINTS ALL IMMEDIATE;\n" + alter))
                .upgrade();
        assertThat(database.texts("SELECT note FROM c")).hasSize(1);
    }

    @Test
    void aDatabaseThatOthersUseIsWaitedFor(TestDatabase database) {
        assertThat(action(database, section(" transaction=none", "DROP DATABASE " + database.name() + ";")))
                .isEqualTo(
                        "`SELECT pid, usename, application_name, state FROM pg_stat_activity` shows the sessions. Let"
                                + " those end that use it, then start again; the next run continues from this statement.");
    }

    @Test
    void theOwnerOfTheObjectAndTheRoleThatRunsAreNamed(TestDatabase database) {
        String owner = "owner_" + database.name();
        String runner = "runner_" + database.name();
        database.executeAll("CREATE ROLE " + owner + "; CREATE ROLE " + runner
                + " LOGIN PASSWORD 'p'; CREATE TABLE t (id"
                + " int); ALTER TABLE t OWNER TO " + owner + "; GRANT ALL ON SCHEMA public TO " + runner + ";"
                + " CREATE SCHEMA app AUTHORIZATION " + owner + "; GRANT USAGE ON SCHEMA app TO " + runner + "; CREATE"
                + " FUNCTION app.f() RETURNS int LANGUAGE sql AS 'SELECT 1'; ALTER FUNCTION app.f() OWNER TO " + owner
                + "; CREATE TYPE app.\"M ood\" AS ENUM ('a'); ALTER TYPE app.\"M ood\" OWNER TO " + owner + ";");
        TestDatabase as = new TestDatabase(database.name(), database.url(), runner, "p");
        String belongs = " belongs to the role " + owner + ", and the migrations run as " + runner;
        String member = ". Let them run as the owner with migration.username=" + owner
                + ", or make the role a member of it:" + " `GRANT " + owner + " TO " + runner + "`" + END;
        String create = "The schema app" + belongs
                + ", which may not create anything in it. Grant the right: `GRANT CREATE" + " ON SCHEMA app TO "
                + runner + "`, or let migrations run as another role: migration.username" + END;

        assertThat(action(as, script("ALTER TABLE public.t ADD note text;")))
                .isEqualTo("The table t" + belongs + member);
        assertThat(action(as, script("SELECT * FROM t;"))).isEqualTo("The table t" + belongs + member);
        assertThat(action(as, script("DROP FUNCTION app.f();"))).isEqualTo("The function app.f()" + belongs + member);
        assertThat(action(as, script("ALTER TYPE app.\"M ood\" ADD VALUE 'b';")))
                .isEqualTo("The type app.\"M ood\"" + belongs + member);
        assertThat(action(as, script("CREATE TABLE app.x (id int);"))).isEqualTo(create);
        assertThat(action(as, script("CREATE SCHEMA other;")))
                .isEqualTo("The database " + database.name()
                        + " belongs to the role postgres, and the migrations run as "
                        + runner + ", which may not create anything in it. Grant the right: `GRANT CREATE ON DATABASE "
                        + database.name() + " TO " + runner + "`, or let migrations run as another role:"
                        + " migration.username" + END);
        assertThat(action(as, script("CREATE ROLE r;")))
                .isEqualTo(
                        "Give the role that runs the migrations the right, or let them run as the owner of the object:"
                                + " migration.username and migration.password" + END);

        database.execute("GRANT CREATE ON SCHEMA app TO " + runner);
        database.execute("GRANT " + owner + " TO " + runner);
        TestMigrations.of(as, script("CREATE TABLE app.x (id int);\nALTER TABLE t ADD note text;"))
                .upgrade();
        database.executeAll("DROP OWNED BY " + runner + "; DROP ROLE " + runner + "; DROP OWNED BY " + owner
                + "; DROP ROLE " + owner + ";");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            CREATE SCHEMA public                                  ~ Rename or drop what is in the way, or write IF NOT EXISTS where it is meant to be there. If something else made the schema (an init.sql, another tool), record that with ´migration stamp heads´ and prove it with ´migration drift´, as docs/adopting.md describes under "adopt a database"; if the database has all of this revision, record that with ´migration stamp a1´
            ALTER TABLE t ADD id int                              ~ Rename or drop what is in the way, or write IF NOT EXISTS where it is meant to be there. If something else made the schema (an init.sql, another tool), record that with ´migration stamp heads´ and prove it with ´migration drift´, as docs/adopting.md describes under "adopt a database"; if the database has all of this revision, record that with ´migration stamp a1´
            CREATE TYPE mood AS ENUM ()                           ~ Rename or drop what is in the way, or write IF NOT EXISTS where it is meant to be there. If something else made the schema (an init.sql, another tool), record that with ´migration stamp heads´ and prove it with ´migration drift´, as docs/adopting.md describes under "adopt a database"; if the database has all of this revision, record that with ´migration stamp a1´
            CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1 ~ Rename or drop what is in the way, or write IF NOT EXISTS where it is meant to be there. If something else made the schema (an init.sql, another tool), record that with ´migration stamp heads´ and prove it with ´migration drift´, as docs/adopting.md describes under "adopt a database"; if the database has all of this revision, record that with ´migration stamp a1´
            DROP TABLE nothere                                    ~ A name without a schema is looked for in migration.schema and on the search_path. Check the name, and that the revision that creates it comes before this one (´Revises´ or ´Depends On´)
            SELECT Id2 FROM t                                     ~ Text belongs in apostrophes, and only a name in quotation marks keeps its capital letters. Check the name, and that the revision that adds the column comes before this one
            CREATE TABLE nothere.t (id int)                       ~ Create it first with ´CREATE SCHEMA IF NOT EXISTS´, or set migration.schema
            SELECT nothere(1)                                     ~ A function of an extension needs ´CREATE EXTENSION IF NOT EXISTS´ in an earlier revision, in a schema on the search_path. Check the name and the types of the arguments
            ALTER TABLE t ADD x nothere                           ~ A type of an extension needs ´CREATE EXTENSION IF NOT EXISTS´ in an earlier revision, in a schema on the search_path. Check the name, and that the revision that creates it comes before this one
            ALTER TABLE t DROP COLUMN ctid                        ~ Write it in the way that the server's message and hint allow (´SHOW server_version´ tells which version it is)
            CREATE EXTENSION nothere                              ~ ´SELECT name FROM pg_available_extensions´ shows which extensions the server has. Install on the server what is missing
            ALTER TABLE v ADD x int                               ~ Correct the script or the database
            ALTER TABLE t ALTER n SET NOT NULL                    ~ Give the rows a value first with ´UPDATE public.t SET n = … WHERE n IS NULL´, or give a new column a default
            INSERT INTO "T 2" ("N 2") VALUES (NULL)               ~ Give the rows a value first with ´UPDATE public."T 2" SET "N 2" = … WHERE "N 2" IS NULL´, or give a new column a default
            CREATE UNIQUE INDEX u ON t (id)                       ~ An INSERT passes over rows that are there with ON CONFLICT DO NOTHING. Merge or delete the rows of public.t that break u (the detail names the first key)
            ALTER TABLE t ADD CONSTRAINT c CHECK (id > 1)         ~ A constraint that is added NOT VALID holds for new rows only, until a later revision runs ´ALTER TABLE public.t VALIDATE CONSTRAINT c´. Correct the rows of public.t that violate c
            ALTER TABLE t ADD CONSTRAINT r FOREIGN KEY (id) REFERENCES k ~ A foreign key that is added NOT VALID holds for new rows only, until a later revision runs ´ALTER TABLE public.t VALIDATE CONSTRAINT r´. Correct or delete the rows of public.t that violate r (the detail names the first key)
            ALTER TABLE t ADD CONSTRAINT e EXCLUDE (id WITH =)    ~ Correct or delete the rows of public.t that violate e (the detail names the first two)
            ALTER TABLE t ALTER s TYPE int                        ~ A change of a column's type takes a conversion of your own with ´ALTER COLUMN … TYPE … USING …´. Correct the value, or the rows that hold it
            ALTER TABLE t ALTER s TYPE int USING s::int           ~ A change of a column's type takes a conversion of your own with ´ALTER COLUMN … TYPE … USING …´. Correct the value, or the rows that hold it
            ALTER TABLE t ALTER s TYPE varchar(1)                 ~ A change of a column's type takes a conversion of your own with ´ALTER COLUMN … TYPE … USING …´. Correct the value, or the rows that hold it
            DROP TYPE mood                                        ~ CASCADE drops all that depends on it, and the downgrade has to restore it. Drop or change first what the detail names
            CREATE FUNCTION l() RETURNS int LANGUAGE c AS 'nothere' ~ ´SELECT name FROM pg_available_extensions´ shows which extensions the server has. Install on the server what is missing
            CREATE TABEL x ()                                     ~ Correct the statement at or before the place that the server names (a server older than the syntax refuses it too: ´SHOW server_version´)
            SET LOCAL transaction_read_only = on; DROP TABLE t    ~ A read replica never writes: let migrations connect to the primary with migration.url. Elsewhere, remove what makes the transaction read only from the script, or turn it off with ´ALTER ROLE … SET default_transaction_read_only = off´
            SET LOCAL statement_timeout = 20; SELECT pg_sleep(9)  ~ Somebody called pg_cancel_backend, or a statement_timeout of the role or the database ended it (´SELECT * FROM pg_db_role_setting´ shows those). Give it more time with migration.statement-timeout, or split it into smaller steps
            SET LOCAL temp_file_limit = '64kB'; CREATE TEMP TABLE b AS SELECT g FROM generate_series(1, 3000000) g ORDER BY -g ~ Raise the limit that the server names, or split the revision into smaller ones
            DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53100'; END $$ ~ What rewrites a table or builds an index needs as much again as the table or the index has. Free space on the server's disk, or give it more
            DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53200'; END $$ ~ Raise what the server's hint names (such as max_locks_per_transaction), or split the revision into smaller ones
            DO $$ BEGIN RAISE EXCEPTION 'no'; END $$              ~ Do what its message asks for, or correct the function or block that raises it
            """)
    void whatHelpsIsSaid(String statement, String action) {
        TestDatabase database = PostgresServer.get().createDatabase("refusals");
        database.executeAll(
                "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE t (id int, n int, s text, m mood); INSERT INTO t"
                        + " VALUES (1, NULL, 'long', 'ok'), (1, 1, 'x', 'ok'); CREATE TABLE k (id int PRIMARY KEY); CREATE VIEW v"
                        + " AS SELECT 1 AS id; CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1; CREATE TABLE \"T 2\" (\"N 2\""
                        + " int NOT NULL);");

        assertThat(action(database, script(statement + ";"))).isEqualTo(action.replace('´', '`') + END);

        PostgresServer.get().dropDatabase(database);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            SELECT«00A0»1;                        ~ Line 7, column 7 holds a no-break space (U+00A0): write an ordinary space
            SELECT 1,\\n  ‘a’;                    ~ Line 8, column 3 holds a typographic apostrophe (U+2018): write an apostrophe, '. Line 8, column 5 holds a typographic apostrophe (U+2019): write an apostrophe, '
            SELECT “a”;                           ~ Line 7, column 8 holds a typographic quotation mark (U+201C): write a quotation mark, ". Line 7, column 10 holds a typographic quotation mark (U+201D): write a quotation mark, "
            SELECT id«200B» FROM t;               ~ Line 7, column 10 holds a zero width space (U+200B): remove it
            SELECT 1; SELECT «FEFF»id FROM t;     ~ Line 7, column 18 holds a byte order mark (U+FEFF): remove it
            SELECT id«00AD» FROM t;               ~ Line 7, column 10 holds a soft hyphen (U+00AD): remove it
            SELECT 5 – 1;                         ~ Line 7, column 10 holds an en dash (U+2013): write a hyphen, -
            SELECT 5 − 1;                         ~ Line 7, column 10 holds a minus sign (U+2212): write a hyphen, -
            SELECT （1）;                         ~ Line 7, column 8 holds a fullwidth left parenthesis (U+FF08): write (. Line 7, column 10 holds a fullwidth right parenthesis (U+FF09): write )
            SELECT (1，2；3，4，5);               ~ Line 7, column 10 holds a fullwidth comma (U+FF0C): write ,. Line 7, column 12 holds a fullwidth semicolon (U+FF1B): write ;. Line 7, column 14 holds a fullwidth comma (U+FF0C): write ,. The statement holds 1 more: correct these too
            SELECT '日本 😀', id«202E» FROM t;    ~ Line 7, column 18 holds a right-to-left override (U+202E): remove it
            SELECT "id«00A0»" FROM t;             ~ Line 7, column 11 holds a no-break space (U+00A0): write an ordinary space
            SELECT '1«00A0»'::int;                ~ Line 7, column 10 holds a no-break space (U+00A0): write an ordinary space
            DO $$ BEGIN«00A0»NULL; END $$;        ~ Line 7, column 12 holds a no-break space (U+00A0): write an ordinary space
            SELECT 'a«00A0»–“b' AS ok, nothere;   ~ Text belongs in apostrophes, and only a name in quotation marks keeps its capital letters. Check the name, and that the revision that adds the column comes before this one
            SELECT /* «00A0» */ größe;            ~ Text belongs in apostrophes, and only a name in quotation marks keeps its capital letters. Check the name, and that the revision that adds the column comes before this one
            """)
    void aCharacterThatLooksLikeAnotherIsNamedWithItsPlace(String upgrade, String action) {
        TestDatabase database = PostgresServer.get().createDatabase("strays");
        database.execute("CREATE TABLE t (id int)");
        String text = Pattern.compile("«(\\p{XDigit}{4})»")
                .matcher(upgrade.replace("\\n", "\n"))
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));

        assertThat(action(database, script(text))).isEqualTo(action + END);

        PostgresServer.get().dropDatabase(database);
    }

    @Test
    void aScriptThatOnlyContainsSuchCharactersAndWorksIsLeftAlone(TestDatabase database) {
        TestMigrations.of(
                        database, script("CREATE TABLE größe (id int);\nINSERT INTO größe SELECT length('–“\u00a0”');"))
                .upgrade();

        assertThat(database.texts("SELECT id FROM größe")).containsExactly("4");
    }
}
