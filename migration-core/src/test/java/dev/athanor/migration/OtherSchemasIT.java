package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.history.Tables;
import dev.athanor.migration.session.DatabaseException;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests a first start in a schema while another schema of the same database has the version table. */
@ExtendWith(PostgresExtension.class)
class OtherSchemasIT {

    private static final Scripts SCRIPTS = Scripts.none().withTable("a1", "").withTable("b2", "a1");

    @Test
    void aSearchPathThatLeadsElsewhereIsRefusedAndTheOtherSchemaNamed(TestDatabase database) {
        TestMigrations.of(database, SCRIPTS).upgrade();
        TestDatabase app = in(database, "app");

        assertThatThrownBy(TestMigrations.of(app, SCRIPTS)::upgrade)
                .isInstanceOf(DatabaseException.class)
                .hasMessage(
                        "The search path leads to schema app, which has no migration_version, while revisions of this"
                                + " build are applied in another schema of the same database: public.migration_version holds b2."
                                + " An upgrade would run all of them a second time.\n"
                                + "If that schema is meant, set migration.schema=public, or correct the search_path of the URL, the"
                                + " role or the database. If app is meant as well, such as another tenant's schema, say so:"
                                + " migration.schema=app. Nothing was done.");
        assertThat(database.texts("SELECT relname FROM pg_class WHERE relnamespace = 'app'::regnamespace"))
                .isEmpty();
    }

    @Test
    void whatTheTextSaysWorks(TestDatabase database) {
        TestMigrations.of(database, SCRIPTS).upgrade();
        TestDatabase app = in(database, "app");

        assertThat(TestMigrations.of(app, SCRIPTS, schema("public")).upgrade().steps())
                .isEmpty();
        assertThat(TestMigrations.of(app, SCRIPTS, schema("app")).upgrade().steps())
                .hasSize(2);
        assertThat(database.exists("app.t_b2")).isTrue();
    }

    @Test
    void theOtherTableIsFoundThoughTheSearchPathFindsItToo(TestDatabase database) {
        TestMigrations.of(database, SCRIPTS).upgrade("a1");
        TestDatabase both = in(database, "app,public");

        assertThatThrownBy(TestMigrations.of(both, SCRIPTS)::upgrade)
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("The search path leads to schema app, which has no migration_version, while"
                        + " revisions of this build are applied in another schema of the same database:"
                        + " public.migration_version holds a1.");
        assertThat(database.exists("app.t_a1")).isFalse();
        assertThat(database.exists("app.migration_version")).isFalse();
    }

    @Test
    void aSearchPathThatLeadsNowhereIsToldOfTheOtherSchemaToo(TestDatabase database) {
        TestMigrations.of(database, SCRIPTS).upgrade();
        TestDatabase nowhere = new TestDatabase(
                database.name(), database.url() + "?currentSchema=missing", database.user(), database.password());

        assertThatThrownBy(TestMigrations.of(nowhere, SCRIPTS)::upgrade)
                .isInstanceOf(DatabaseException.class)
                .hasMessage(
                        "The search path leads to no schema that exists, while revisions of this build are applied in"
                                + " another schema of the same database: public.migration_version holds b2. An upgrade would run all"
                                + " of them a second time.\n"
                                + "If that schema is meant, set migration.schema=public, or correct the search_path of the URL, the"
                                + " role or the database. If a schema of its own is meant, such as another tenant's, name it there"
                                + " too: it is created. Nothing was done.");
    }

    @Test
    void severalOtherSchemasAreNamedUpToThree(TestDatabase database) {
        for (String schema : new String[] {"t1", "t2", "t3", "t4", "t5"}) {
            TestMigrations.of(database, SCRIPTS, schema(schema)).upgrade();
        }

        assertThatThrownBy(TestMigrations.of(database, SCRIPTS)::upgrade)
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("t1.migration_version holds b2; t2.migration_version holds b2;"
                        + " t3.migration_version holds b2; and 2 more schemas.");
    }

    @Test
    void anAlembicTableCountsWhereItIsTheConfiguredOne(TestDatabase database) {
        database.execute("CREATE SCHEMA legacy; CREATE TABLE legacy.alembic_version (version_num varchar(32) NOT NULL);"
                + " INSERT INTO legacy.alembic_version VALUES ('a1')");

        assertThatThrownBy(TestMigrations.of(
                        database,
                        SCRIPTS,
                        builder -> builder.tables(new Tables(null, "alembic_version", Tables.HISTORY_TABLE)))::upgrade)
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("legacy.alembic_version holds a1.");
    }

    @Test
    void tablesOfOtherBuildsAndOfOtherPeopleAndEmptyOnesAreNoFinding(TestDatabase database) {
        database.execute("CREATE SCHEMA other; CREATE TABLE other.migration_version (version_num varchar(32));"
                + " INSERT INTO other.migration_version VALUES ('zz'), ('no id at all'), (NULL);"
                + " CREATE SCHEMA empty; CREATE TABLE empty.migration_version (version_num varchar(32));"
                + " CREATE SCHEMA strange; CREATE TABLE strange.migration_version (version int);"
                + " CREATE SCHEMA view; CREATE VIEW view.migration_version AS SELECT 'a1' AS version_num");

        assertThat(TestMigrations.of(database, SCRIPTS).upgrade().steps()).hasSize(2);
    }

    @Test
    void whatTheRoleMayNotReadIsNoFinding(TestDatabase database) {
        TestMigrations.of(database, SCRIPTS, schema("secret")).upgrade();
        String role = "other_" + Long.toHexString(System.nanoTime());
        database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'other'; GRANT CREATE ON SCHEMA public TO " + role);
        try {
            TestDatabase weak = new TestDatabase(database.name(), database.url(), role, "other");

            assertThat(TestMigrations.of(weak, SCRIPTS).upgrade().steps()).hasSize(2);
        } finally {
            database.execute("DROP OWNED BY " + role + "; DROP ROLE " + role);
        }
    }

    private static UnaryOperator<MigrationsBuilder> schema(String name) {
        return builder -> builder.tables(new Tables(name, Tables.VERSION_TABLE, Tables.HISTORY_TABLE));
    }

    private static TestDatabase in(TestDatabase database, String path) {
        database.execute("CREATE SCHEMA app");
        return new TestDatabase(
                database.name(), database.url() + "?currentSchema=" + path, database.user(), database.password());
    }
}
