package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.history.Tables;
import dev.athanor.migration.source.ClasspathSource;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementSplitter;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.testing.CatalogSnapshot;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the text from {@code --sql} does what an online run does. */
@ExtendWith(PostgresExtension.class)
class OfflineSqlIT {

    private static final String ROWS = "SELECT version_num FROM migration_version ORDER BY 1";
    private static final String HISTORY = "SELECT direction || ' ' || revision || ' ' || checksum || ' ' ||"
            + " coalesce(downgrade_script, '') || down_revisions::text || message || outcome"
            + " FROM migration_history ORDER BY id";

    @ParameterizedTest
    @ValueSource(strings = {"building-compliance", "org-archivist", "file-extraction", "exchange-docs"})
    void theSqlOfAnUpgradeAndOfADowngradeLeadsToTheSameDatabase(String system, TestDatabase offline) throws Exception {
        TestDatabase online = PostgresServer.get().createDatabase("online");
        Migrations migrations = migrations(system, online);
        migrations.upgrade();

        run(offline, migrations(system, offline).sql().upgrade("base:heads"));

        assertThat(CatalogSnapshot.of(offline)).isEqualTo(CatalogSnapshot.of(online));
        assertThat(offline.texts(ROWS)).isEqualTo(online.texts(ROWS));
        assertThat(offline.texts(HISTORY)).isEqualTo(online.texts(HISTORY));
        assertThat(migrations(system, offline).status().state()).isEqualTo(MigrationStatus.State.AT_HEAD);

        migrations.downgrade("base");
        run(offline, migrations(system, offline).sql().downgrade(online(migrations) + ":base"));

        assertThat(CatalogSnapshot.of(offline)).isEqualTo(CatalogSnapshot.of(online));
        assertThat(offline.texts(ROWS)).isEmpty();
        assertThat(offline.texts(HISTORY)).isEqualTo(online.texts(HISTORY));
        PostgresServer.get().dropDatabase(online);
    }

    private static String online(Migrations migrations) {
        return migrations.scripts().graph().heads().get(0).value();
    }

    @Test
    void aStampIsRowsAndHistoryOnly(TestDatabase database) throws Exception {
        Migrations migrations = migrations("exchange-docs", database);

        run(database, migrations.sql().stamp("head"));

        assertThat(database.exists("documents")).isFalse();
        assertThat(migrations.status().state()).isEqualTo(MigrationStatus.State.AT_HEAD);
    }

    @Test
    void aScriptGoesNoFurtherWhereTheDatabaseIsNotWhereItExpects(TestDatabase database) {
        Scripts scripts = Scripts.none().withTable("a1", "").withTable("b1", "a1");
        String sql = TestMigrations.of(database, scripts).sql().upgrade("a1:heads");

        assertThatThrownBy(() -> run(database, sql))
                .hasMessageContaining("The database is not at a1, which the next revision expects");
        assertThat(database.exists("t_b1")).isFalse();
    }

    @Test
    void aSchemaAndASearchPathThatAScriptChangesAreMinded(TestDatabase database) throws Exception {
        Scripts scripts = Scripts.none()
                .with(
                        "a1",
                        "",
                        "SET search_path TO public;\nCREATE TABLE elsewhere (id int);",
                        "DROP TABLE public.elsewhere;")
                .withTable("b1", "a1");
        Migrations migrations = TestMigrations.of(
                database,
                scripts,
                builder -> builder.tables(new Tables("tenant", Tables.VERSION_TABLE, Tables.HISTORY_TABLE)));

        run(database, migrations.sql().upgrade("heads"));

        assertThat(database.exists("public.elsewhere")).isTrue();
        assertThat(database.exists("tenant.t_b1")).isTrue();
        assertThat(migrations.current()).hasToString("b1");
    }

    @Test
    void blocksAreWrittenAsTheyAre(TestDatabase database) throws Exception {
        Scripts scripts = Scripts.none()
                .with(
                        "a1",
                        Scripts.header("a1", "") + "-- @upgrade transaction=none\nCREATE TABLE t (a int);\n"
                                + "BEGIN ISOLATION LEVEL SERIALIZABLE;\nSAVEPOINT s;\nINSERT INTO t VALUES (1);\n"
                                + "RELEASE s;\nCOMMIT;\nCREATE INDEX CONCURRENTLY i ON t (a);\n"
                                + "-- @downgrade nothing\n");
        Migrations migrations = TestMigrations.of(database, scripts);

        String sql = migrations.sql().upgrade("heads");
        run(database, sql);

        assertThat(sql)
                .contains("\nBEGIN ISOLATION LEVEL SERIALIZABLE;\nSAVEPOINT s;\nINSERT INTO t VALUES (1);\n"
                        + "RELEASE s;\nCOMMIT;\nCREATE INDEX CONCURRENTLY i ON t (a);\nBEGIN;\n");
        assertThat(database.count("SELECT count(*) FROM t")).isEqualTo(1);
        assertThat(migrations.current()).hasToString("a1");
    }

    @Test
    void aDowngradeOfNothingChangesRowsOnly(TestDatabase database) throws Exception {
        Scripts scripts = Scripts.none()
                .with("a1", Scripts.header("a1", "") + "-- @upgrade\nCREATE TABLE t (a int);\n-- @downgrade nothing\n");
        Migrations migrations = TestMigrations.of(database, scripts);
        migrations.upgrade();

        run(database, migrations.sql().downgrade("a1:base"));

        assertThat(migrations.current()).hasToString("base");
        assertThat(database.exists("t")).isTrue();
        assertThat(database.texts("SELECT direction || ' ' || downgrade_script FROM migration_history ORDER BY id"))
                .containsExactly("upgrade -- @downgrade nothing\n", "downgrade -- @downgrade nothing\n");
    }

    @Test
    void aSavepointInASectionThatNeedsAnExtensionIsRefused(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .with(
                        "a1",
                        Scripts.header("a1", "") + "-- @upgrade if-extension=citext\nSAVEPOINT s;\n"
                                + "-- @downgrade nothing\n");

        assertThatThrownBy(() -> TestMigrations.of(database, scripts).sql().upgrade("heads"))
                .hasMessage(
                        "`upgrade a1 (revision a1)` has `SAVEPOINT s` at db/revisions/a1.sql:7, and runs only if the"
                                + " server offers extension citext: in a text to run, that is a block, which can have no"
                                + " savepoints.\nRun it online, remove the savepoint, or write a plan that ends before it.");
    }

    @Test
    void anEmptyPlanIsOneComment(TestDatabase database) {
        Scripts scripts = Scripts.none().withTable("a1", "");

        assertThat(TestMigrations.of(database, scripts).sql().upgrade("a1:a1"))
                .isEqualTo("-- upgrade a1:a1: nothing to do, the database is at a1\n");
    }

    private static Migrations migrations(String system, TestDatabase database) {
        return Migrations.builder(database.dataSource())
                .source(new ClasspathSource(OfflineSqlIT.class.getClassLoader(), "systems/" + system))
                .build();
    }

    /** Runs the text as psql does: statement by statement, each in its own transaction unless the script begins one. */
    private static void run(TestDatabase database, String sql) throws SQLException {
        List<Statement> statements = StatementSplitter.split(sql);
        try (Connection connection = database.dataSource().getConnection();
                java.sql.Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            for (Statement statement : statements) {
                jdbc.execute(statement.sql());
            }
        }
    }
}
