package dev.athanor.migration.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.LyingProxy;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks wanted schemas on another server, several schemas, the locks held meanwhile, and drift. */
@ExtendWith(PostgresExtension.class)
class ShadowServerIT {

    private static final String WANTED = """
            CREATE TABLE users (id bigint PRIMARY KEY, mail citext);
            CREATE SCHEMA audit;
            CREATE TABLE audit.log (id bigint, user_id bigint REFERENCES users, mail citext);
            """;

    @Test
    void severalSchemasAreMadeInADatabaseThatIsThrownAway(TestDatabase database) {
        database.execute("CREATE EXTENSION citext;" + WANTED + "ALTER TABLE audit.log ADD COLUMN extra int");
        List<String> before = CatalogSnapshot.of(database);
        Migrations migrations = TestMigrations.of(database, Scripts.none());

        ComparisonReport report = migrations
                .comparisons(ComparisonSettings.defaults().withSchemas("audit"))
                .check(CheckIT.script(WANTED));

        assertThat(report.lines()).containsExactly("column audit.log.extra: removed");
        assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
        assertThat(database.texts("SELECT datname FROM pg_database WHERE datname LIKE 'migration_verify%'"))
                .isEmpty();
    }

    @Test
    void severalSchemasAreGeneratedAndProven(TestDatabase database) {
        database.execute("CREATE EXTENSION citext");

        Autogeneration generated = new Autogenerator(new SchemaComparison(
                        database.dataSource(),
                        dev.athanor.migration.history.Tables.defaults(),
                        ComparisonSettings.defaults().withSchemas("audit")))
                .generate(CheckIT.script(WANTED));

        assertThat(generated.revisions().get(0).upgrade()).isEqualTo("""
                CREATE SCHEMA audit;

                CREATE TABLE users (
                    id bigint,
                    mail citext,
                    CONSTRAINT users_pkey PRIMARY KEY (id)
                );

                CREATE TABLE audit.log (
                    id bigint,
                    user_id bigint,
                    mail citext,
                    CONSTRAINT log_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id)
                );""");
    }

    @Test
    void theShadowIsAsItWasAfterwards(TestDatabase database) {
        TestDatabase shadow = PostgresServer.get().createDatabase("shadow");
        try {
            database.execute("CREATE EXTENSION citext; CREATE TABLE users (id bigint PRIMARY KEY, mail citext)");
            List<String> before = CatalogSnapshot.of(shadow);

            ComparisonReport report = CheckIT.check(
                    database,
                    "CREATE TABLE users (id bigint PRIMARY KEY, mail citext NOT NULL);",
                    ComparisonSettings.defaults().withShadow(shadow.dataSource()));

            assertThat(report.lines()).containsExactly("column users.mail: nullable → not null");
            assertThat(CatalogSnapshot.of(shadow)).isEqualTo(before);
        } finally {
            PostgresServer.get().dropDatabase(shadow);
        }
    }

    @Test
    void theTargetIsNoShadowWhateverNameItsServerHas(TestDatabase database) throws Exception {
        TestDatabase alias = new TestDatabase(
                database.name(),
                database.url().replace("localhost", "127.0.0.1"),
                database.user(),
                database.password());
        String refusal = "The shadow database is the target itself, or a physical copy of it: its connection leads to"
                + " database " + database.name() + " (oid "
                + database.count("SELECT oid::bigint FROM pg_database WHERE datname = current_database()")
                + ") of the same server.\n"
                + "Create an empty database, for example with `CREATE DATABASE shadow`, and name it in"
                + " `migration.shadow.url`. Nothing was done.";

        assertThatThrownBy(() -> checkIn(database, alias))
                .isInstanceOf(ComparisonException.class)
                .hasMessage(refusal);
        try (LyingProxy proxy = new LyingProxy(database).leading((wanted, time) -> database.name())) {
            TestDatabase through = proxy.through();
            TestDatabase shadow = new TestDatabase(
                    "shadow", through.url().replace(database.name(), "shadow"), database.user(), database.password());
            assertThatThrownBy(() -> checkIn(database, shadow))
                    .isInstanceOf(ComparisonException.class)
                    .hasMessage(refusal);
        }
    }

    @Test
    void theTargetIsRecognizedByARoleThatMayNotReadTheSystemIdentifier(TestDatabase database) {
        String role = "blind_" + Long.toHexString(System.nanoTime());
        database.execute("REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC; CREATE ROLE " + role
                + " LOGIN PASSWORD 'blind'");
        try {
            TestDatabase blind = new TestDatabase(database.name(), database.url(), role, "blind");

            assertThatThrownBy(() -> checkIn(database, blind))
                    .isInstanceOf(ComparisonException.class)
                    .hasMessageStartingWith("The shadow database is the target itself, or a physical copy of it:");
        } finally {
            database.execute("GRANT EXECUTE ON FUNCTION pg_control_system() TO PUBLIC; DROP ROLE " + role);
        }
    }

    @Test
    void aShadowThatHoldsTablesIsRefusedAndLeftAlone(TestDatabase database) {
        TestDatabase shadow = PostgresServer.get().createDatabase("shadow");
        try {
            shadow.execute("CREATE TABLE kept_1 (id int); CREATE TABLE kept_2 (id int); CREATE TABLE kept_3 (id int);"
                    + " CREATE SCHEMA z; CREATE TABLE z.kept_4 (id int)");
            List<String> before = CatalogSnapshot.of(shadow);

            assertThatThrownBy(() -> checkIn(database, shadow))
                    .isInstanceOf(ComparisonException.class)
                    .hasMessage("The shadow database " + shadow.name() + " is not empty: it holds public.kept_1,"
                            + " public.kept_2, public.kept_3 and 1 more table.\n"
                            + "Create an empty database, for example with `CREATE DATABASE shadow`, and name it in"
                            + " `migration.shadow.url`. Nothing was done.");
            assertThat(CatalogSnapshot.of(shadow)).isEqualTo(before);
        } finally {
            PostgresServer.get().dropDatabase(shadow);
        }
    }

    private static ComparisonReport checkIn(TestDatabase database, TestDatabase shadow) {
        return CheckIT.check(
                database,
                "CREATE TABLE users (id bigint PRIMARY KEY);",
                ComparisonSettings.defaults().withShadow(shadow.dataSource()));
    }

    @Test
    void nothingOfTheLiveSchemaIsLockedBeyondAccessShare(TestDatabase database) {
        database.execute(
                "CREATE TABLE users (id bigint PRIMARY KEY, name text); CREATE VIEW names AS SELECT name FROM users");
        WantedSchema looking = new WantedSchema() {
            @Override
            public String describe() {
                return "a look at the locks";
            }

            @Override
            public void create(Connection connection) throws SQLException {
                assertThat(database.texts("SELECT DISTINCT mode FROM pg_locks l JOIN pg_class c ON c.oid = l.relation"
                                + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'"))
                        .isSubsetOf("AccessShareLock");
                connection.createStatement().execute("CREATE TABLE users (id bigint PRIMARY KEY, name text)");
                database.execute("ALTER TABLE other_users ADD COLUMN busy int");
            }
        };
        database.execute("CREATE TABLE other_users (id int)");

        assertThat(new SchemaComparison(
                                database.dataSource(),
                                dev.athanor.migration.history.Tables.defaults(),
                                ComparisonSettings.defaults())
                        .check(looking)
                        .lines())
                .contains("view names: removed");
    }

    @Test
    void driftIsWhatWasDoneByHand(TestDatabase database) {
        Migrations migrations = TestMigrations.of(
                database,
                Scripts.none()
                        .with("a1", "", "CREATE TABLE users (id bigint PRIMARY KEY, name text);", "DROP TABLE users;"));
        assertThat(migrations.comparisons().drift().matches()).isTrue();
        migrations.upgrade();
        assertThat(migrations.comparisons().drift().matches()).isTrue();
        database.execute(
                "ALTER TABLE users ADD COLUMN by_hand int; ALTER TABLE users RENAME CONSTRAINT users_pkey TO pk;"
                        + "DROP TABLE IF EXISTS nothing");

        assertThat(migrations.comparisons().drift().text()).isEqualTo("""
                The database differs from its own revisions up to a1 in 2 places:
                  table users:
                    column by_hand: only in the database
                    constraint users_pkey: renamed to pk
                Total: 1 only in the database, 1 differs.""");
    }

    @Test
    void driftOfADatabaseThatANewerBuildHasUpgradedIsNotKnown(TestDatabase database) {
        TestMigrations.of(database, Scripts.none().withTable("a1", "")).upgrade();
        Migrations older = TestMigrations.of(database, Scripts.none());

        assertThatThrownBy(() -> older.comparisons().drift())
                .isInstanceOf(ComparisonException.class)
                .hasMessage("""
                        The database is at a1, which this build does not have: what its revisions make is not known.
                        Ask the build that has upgraded it, or see `migration status`.""");
    }
}
