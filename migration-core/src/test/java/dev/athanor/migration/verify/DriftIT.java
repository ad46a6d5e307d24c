package dev.athanor.migration.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.autogenerate.Coverage;
import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that changes made by hand are found in every schema that the revisions create or change. */
@ExtendWith(PostgresExtension.class)
class DriftIT {

    private static final Scripts SCRIPTS = Scripts.none()
            .with("a1", "", "CREATE TABLE users (id bigint PRIMARY KEY);", "DROP TABLE users;")
            .with(
                    "b2",
                    "a1",
                    "CREATE SCHEMA state; CREATE TABLE state.log (id bigint REFERENCES users); CREATE SCHEMA empty;"
                            + "CREATE SCHEMA helpers; CREATE FUNCTION helpers.one() RETURNS int LANGUAGE sql"
                            + " BEGIN ATOMIC; SELECT 1; END;",
                    "DROP SCHEMA helpers CASCADE; DROP SCHEMA empty; DROP SCHEMA state CASCADE;");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DROP TABLE state.log                         | table state.log: removed
                    ALTER TABLE state.log ADD COLUMN extra int   | column state.log.extra: added
                    CREATE TABLE empty.mine (id int)             | table empty.mine: added
                    DROP SCHEMA empty                            | schema empty: removed
                    DROP FUNCTION helpers.one()                  | function helpers.one(): removed
                    COMMENT ON SCHEMA state IS 'by hand'         | schema state: comment none → 'by hand'
                    DROP TABLE users CASCADE                     | constraint state.log.log_id_fkey: removed
                    """)
    void whatWasDoneByHandInAnySchemaOfTheRevisionsIsFound(String byHand, String difference, TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, SCRIPTS);
        migrations.upgrade();
        assertThat(migrations.comparisons().drift().text())
                .isEqualTo("Nothing differs between the database and its own revisions up to b2.");

        database.execute(byHand);

        assertThat(migrations.comparisons().drift().lines()).contains(difference);
    }

    @Test
    void aSchemaThatWasDroppedByHandIsFoundWithAllThatWasInIt(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, SCRIPTS);
        migrations.upgrade();

        database.execute("DROP SCHEMA state CASCADE");

        assertThat(migrations.comparisons().drift().text()).isEqualTo("""
                The database differs from its own revisions up to b2 in 2 places:
                  schema state: only in the revisions
                  table state.log: only in the revisions
                Total: 2 only in the revisions.""");
    }

    @Test
    void schemasThatOnlyTheDatabaseHasAreNotComparedAndSaid(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, SCRIPTS);
        migrations.upgrade();
        database.execute("CREATE SCHEMA legacy; CREATE TABLE legacy.old (id int)");

        assertThat(migrations.comparisons().drift().text()).isEqualTo("""
                Nothing differs between the database and its own revisions up to b2.
                Not compared: schema legacy. Name it in `migration.autogenerate.schemas` to compare it.""");
        assertThat(migrations
                        .comparisons(ComparisonSettings.defaults().withSchemas("legacy"))
                        .drift()
                        .text())
                .isEqualTo("""
                        The database differs from its own revisions up to b2 in 2 places:
                          schema legacy: only in the database
                          table legacy.old: only in the database
                        Total: 2 only in the database.""");
        for (int i = 1; i <= 6; i++) {
            database.execute("CREATE SCHEMA more" + i);
        }
        assertThat(migrations.comparisons().drift().text())
                .endsWith("\nNot compared: schemas legacy, more1, more2, more3, more4 and 2 more. Name them in"
                        + " `migration.autogenerate.schemas` to compare them.");
    }

    @Test
    void onlyTheAppliedRevisionsSayWhatIsCompared(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, SCRIPTS);
        migrations.upgrade("a1");
        database.execute("CREATE SCHEMA state; CREATE TABLE state.mine (id int)");

        assertThat(migrations.comparisons().drift().coverage())
                .isEqualTo(new Coverage(List.of("public"), List.of("state")));
    }

    @Test
    void extensionsBringNoSchemaOfTheirOwn(TestDatabase database) {
        database.execute("CREATE SCHEMA tools; CREATE EXTENSION hstore SCHEMA tools; CREATE EXTENSION pg_trgm");
        Migrations migrations = TestMigrations.of(
                database,
                Scripts.none()
                        .with(
                                "a1",
                                "",
                                "CREATE SCHEMA more; CREATE EXTENSION citext SCHEMA more;"
                                        + "CREATE TABLE t (mail more.citext, kept tools.hstore);",
                                "DROP TABLE t; DROP EXTENSION citext; DROP SCHEMA more;"));
        migrations.upgrade();

        assertThat(migrations.comparisons().drift().text())
                .isEqualTo("Nothing differs between the database and its own revisions up to a1.");
        assertThat(migrations.comparisons().drift().coverage())
                .isEqualTo(new Coverage(List.of("public", "more"), List.of()));

        database.execute("CREATE TABLE tools.by_hand (id int)");
        assertThat(migrations.comparisons().drift().coverage().notCompared()).containsExactly("tools");
    }

    @Test
    void aRevisionThatWritesIntoTheSchemaOfAnExtensionHasItCompared(TestDatabase database) {
        database.execute("CREATE SCHEMA tools; CREATE EXTENSION hstore SCHEMA tools");
        Migrations migrations = TestMigrations.of(
                database, Scripts.none().with("a1", "", "CREATE TABLE tools.t (id int);", "DROP TABLE tools.t;"));
        migrations.upgrade();

        database.execute("DROP TABLE tools.t");

        assertThat(migrations.comparisons().drift().lines()).containsExactly("table tools.t: removed");
    }

    @ParameterizedTest
    @CsvSource({"audit.log", "\"audit\" . log"})
    void aSchemaThatSomebodyElseHasMadeIsComparedWhereRevisionsWriteIntoIt(String log, TestDatabase database) {
        database.execute("CREATE SCHEMA audit; CREATE SCHEMA other");
        Migrations migrations = TestMigrations.of(
                database,
                Scripts.none()
                        .with("a1", "", "CREATE TABLE " + log + " (id int);", "DROP TABLE " + log + ";")
                        .with("b2", "a1", "CREATE SCHEMA mine;", "DROP SCHEMA mine;"));
        migrations.upgrade();
        assertThat(migrations.comparisons().drift().text()).isEqualTo("""
                Nothing differs between the database and its own revisions up to b2.
                Not compared: schema other. Name it in `migration.autogenerate.schemas` to compare it.""");

        database.execute("ALTER TABLE audit.log ADD COLUMN extra int");

        assertThat(migrations.comparisons().drift().lines()).containsExactly("column audit.log.extra: added");
        assertThat(migrations.verify(VerifySettings.all()).restores()).isTrue();
    }

    @Test
    void aSchemaThatARevisionCreatesUnderAComputedNameIsNotMadeBefore(TestDatabase database) {
        Migrations migrations = TestMigrations.of(
                database,
                Scripts.none()
                        .with(
                                "a1",
                                "",
                                "DO $$ BEGIN EXECUTE format('CREATE SCHEMA %I', 'state'); END $$;"
                                        + "CREATE TABLE state.log (id int);",
                                "DROP SCHEMA state CASCADE;"));
        migrations.upgrade();

        assertThat(migrations.comparisons().drift().text())
                .isEqualTo("Nothing differs between the database and its own revisions up to a1.");
    }

    @Test
    void aSchemaOfAnotherNameIsTheOneThatMigrationsRunIn(TestDatabase database) {
        database.execute("CREATE TABLE public.shared (id int)");
        Migrations migrations = TestMigrations.of(
                database, SCRIPTS, builder -> builder.tables(new Tables("app", "version", "history")));
        migrations.upgrade();
        assertThat(migrations.comparisons().drift().text()).isEqualTo("""
                Nothing differs between the database and its own revisions up to b2.
                Not compared: schema public. Name it in `migration.autogenerate.schemas` to compare it.""");

        database.execute("DROP TABLE state.log; ALTER TABLE app.users ADD COLUMN by_hand int");

        assertThat(migrations.comparisons().drift().lines())
                .containsExactly("table state.log: removed", "column users.by_hand: added");
    }

    @Test
    void aRevisionThatWritesIntoPublicBesidesItsOwnSchemaHasItCompared(TestDatabase database) {
        Migrations migrations = TestMigrations.of(
                database,
                Scripts.none()
                        .with(
                                "a1",
                                "",
                                "CREATE TABLE own (id int); CREATE TABLE public.t (id int);",
                                "DROP TABLE own;"),
                builder -> builder.tables(new Tables("app", "version", "history")));
        migrations.upgrade();

        database.execute("ALTER TABLE public.t ALTER COLUMN id TYPE bigint");

        assertThat(migrations.comparisons().drift().lines())
                .containsExactly("column public.t.id: type integer → bigint");
    }

    @Test
    void filtersAreKeptInEverySchema(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, SCRIPTS);
        migrations.upgrade();
        database.execute("DROP TABLE state.log; CREATE TABLE mine (id int)");
        DiffOptions options = ComparisonSettings.defaults()
                .options()
                .withInclude(object -> !object.name().toString().startsWith("state."));

        assertThat(migrations
                        .comparisons(ComparisonSettings.defaults().withOptions(options))
                        .drift()
                        .lines())
                .containsExactly("table mine: added");
    }
}
