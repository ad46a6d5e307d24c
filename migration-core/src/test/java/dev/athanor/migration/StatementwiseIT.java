package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.StatementOutcome;
import dev.athanor.migration.script.Checksum;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests sections without a transaction: what happens exactly once, what is looked up, and what only a person can know.
 */
@ExtendWith(PostgresExtension.class)
class StatementwiseIT {

    private static final String OUTCOMES =
            "SELECT outcome || ' ' || statements_done || coalesce(' ' || statement_begun, '') FROM migration_history"
                    + " ORDER BY id";

    @Test
    void aUniqueIndexThatMetDuplicatesIsBuiltAgain(TestDatabase database) {
        database.execute("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (1)");
        Scripts scripts = none("CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"U i\" ON t (a);");

        assertThatThrownBy(TestMigrations.of(database, scripts)::upgrade)
                .hasMessageContaining("could not create unique index \"U i\"")
                .hasMessageEndingWith("An INSERT passes over rows that are there with ON CONFLICT DO NOTHING. Merge or"
                        + " delete the rows of public.t that break \"U i\" (the detail names the first key), then start"
                        + " again; the next run"
                        + " continues from this statement. It first drops index \"U i\", where the failed build has left"
                        + " it invalid.");
        assertThat(valid(database, "\"U i\"")).isEqualTo("false");
        database.execute("DELETE FROM t WHERE ctid = (SELECT min(ctid) FROM t)");
        TestMigrations.of(database, scripts).upgrade();

        assertThat(valid(database, "\"U i\"")).isEqualTo("true");
        assertThat(database.texts(OUTCOMES)).containsExactly("failed 0", "success 1");
    }

    @Test
    void anIndexThatWasBuiltIsNotBuiltAgain(TestDatabase database) {
        database.execute("CREATE SCHEMA s; CREATE TABLE s.t (a int); CREATE INDEX i ON s.t (a)");
        long built = oid(database, "s.i");
        String statement = "CREATE INDEX CONCURRENTLY i ON s.t (a)";
        interrupted(database, statement);

        TestMigrations.of(database, none(statement + ";")).upgrade();

        assertThat(oid(database, "s.i")).isEqualTo(built);
        assertThat(database.texts(OUTCOMES)).containsExactly("failed 0 " + Checksum.of(statement), "success 1");
    }

    @Test
    void anIndexThatWasDroppedIsNotDroppedAgain(TestDatabase database) {
        String statement = "DROP INDEX CONCURRENTLY gone";
        interrupted(database, statement);

        TestMigrations.of(database, none(statement + ";")).upgrade();

        assertThat(database.texts(OUTCOMES)).endsWith("success 1");
    }

    @Test
    void anIndexThatWasNotDroppedIsDropped(TestDatabase database) {
        database.execute("CREATE TABLE t (a int); CREATE INDEX i ON t (a)");
        String statement = "DROP INDEX CONCURRENTLY i";
        interrupted(database, statement);

        TestMigrations.of(database, none(statement + ";")).upgrade();

        assertThat(database.exists("i")).isFalse();
    }

    @Test
    void aPartitionThatWasDetachedIsNotDetachedAgain(TestDatabase database) {
        database.execute(
                "CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1)");
        String statement = "ALTER TABLE p DETACH PARTITION c CONCURRENTLY";
        Scripts scripts = none(statement + ";");
        database.execute("ALTER TABLE p DETACH PARTITION c");
        interrupted(database, statement);

        TestMigrations.of(database, scripts).upgrade();

        assertThat(database.texts(OUTCOMES)).endsWith("success 1");
    }

    @Test
    void aPartitionThatWasLeftHalfDetachedIsDetached(TestDatabase database) throws Exception {
        database.execute(
                "CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1)");
        String statement = "ALTER TABLE p DETACH PARTITION c CONCURRENTLY";
        try (Connection reader = reader(database, "p");
                Connection detaching = database.dataSource().getConnection()) {
            detaching.createStatement().execute("SET lock_timeout = '300ms'");
            assertThatThrownBy(() -> detaching.createStatement().execute(statement))
                    .hasMessageContaining("lock timeout");
            reader.rollback();
        }
        assertThat(database.texts("SELECT inhdetachpending::text FROM pg_inherits"))
                .containsExactly("true");

        TestMigrations.of(database, none(statement + ";")).upgrade();

        assertThat(database.texts("SELECT inhdetachpending::text FROM pg_inherits"))
                .isEmpty();
    }

    @Test
    void anIndexThatAnotherSessionIsBuildingIsWaitedFor(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE t (a int)");
        CompletableFuture<MigrationReport> run;
        try (Connection reader = reader(database, "t")) {
            Thread builder = new Thread(() -> database.execute("CREATE INDEX CONCURRENTLY i ON t (a)"));
            builder.start();
            while (database.count("SELECT count(*) FROM pg_stat_progress_create_index WHERE index_relid <> 0") == 0) {
                Thread.sleep(20);
            }
            run = CompletableFuture.supplyAsync(
                    TestMigrations.of(database, none("CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);"))::upgrade);
            Thread.sleep(500);
            assertThat(run).isNotDone();
            reader.rollback();
            builder.join(30_000);
        }

        assertThat(run.get(30, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(valid(database, "i")).isEqualTo("true");
    }

    private static Connection reader(TestDatabase database, String table) throws SQLException {
        Connection reader = database.dataSource().getConnection();
        reader.setAutoCommit(false);
        reader.createStatement().execute("SELECT count(*) FROM " + table);
        return reader;
    }

    @Test
    void aVacuumRunsAgain(TestDatabase database) {
        database.execute("CREATE TABLE t (a int)");
        interrupted(database, "VACUUM t");

        TestMigrations.of(database, none("VACUUM t;")).upgrade();

        assertThat(database.texts(OUTCOMES)).endsWith("success 1");
    }

    @Test
    void aRoutineThatCommitsRunsAlone(TestDatabase database) {
        Scripts scripts = none("CREATE TABLE t (a int);\n"
                + "DO $$ BEGIN INSERT INTO t VALUES (1); COMMIT; INSERT INTO t VALUES (2); END $$;\n"
                + "INSERT INTO t VALUES (3);");

        TestMigrations.of(database, scripts).upgrade();

        assertThat(database.texts("SELECT a::text FROM t ORDER BY a")).containsExactly("1", "2", "3");
    }

    @Test
    void whatCannotBeLookedUpIsAskedFor(TestDatabase database) {
        database.execute("CREATE PROCEDURE p() LANGUAGE plpgsql AS 'BEGIN COMMIT; END'; CREATE TABLE t (a int)");
        interrupted(database, "CALL p()");
        Scripts scripts = none("CALL p();\nINSERT INTO t VALUES (1);");
        Migrations migrations = TestMigrations.of(database, scripts);

        assertThatThrownBy(migrations::upgrade)
                .hasMessage("upgrade a1 (revision a1) failed: Whether revision a1 is done with statement 1 of 2 at"
                        + " db/revisions/a1.sql:7 is not known: an earlier run ended while it ran, outside any"
                        + " transaction.\n"
                        + "    CALL p()\n"
                        + "It runs without a transaction (transaction=none): the statements before this one have"
                        + " committed; the database is at base.\n"
                        + "Look in the database. If it is done, say so: `migration repair a1 --statement-done`. If it is"
                        + " not, or may run once more: `migration repair a1 --statement-not-done`. Then start again.");
        assertThatThrownBy(migrations::upgrade).hasMessageContaining("is not known");

        migrations.repairStatement("a1", StatementOutcome.DONE);
        migrations.upgrade();

        assertThat(database.count("SELECT count(*) FROM t")).isEqualTo(1);
        assertThatThrownBy(() -> migrations.repairStatement("a1", StatementOutcome.NOT_DONE))
                .hasMessage("No statement of revision a1 is in doubt.\n"
                        + "Nothing was done. See what is pending with `migration status`.");
    }

    @Test
    void aStatementInDoubtThatWasChangedIsAskedFor(TestDatabase database) {
        database.execute("CREATE TABLE t (a int)");
        interrupted(database, "CREATE INDEX CONCURRENTLY i ON t (a)");
        Migrations migrations = TestMigrations.of(database, none("CREATE INDEX CONCURRENTLY j ON t (a);"));

        assertThatThrownBy(migrations::upgrade)
                .hasMessageContaining("outside any transaction, and the script has been changed there since.");
        migrations.repairStatement("a1", StatementOutcome.NOT_DONE);
        migrations.upgrade();

        assertThat(valid(database, "j")).isEqualTo("true");
    }

    @Test
    void settingsOfTheStatementsBehindItHoldAgainForTheRest(TestDatabase database) {
        database.execute("CREATE SCHEMA s; CREATE ROLE r_" + database.name() + "; GRANT ALL ON SCHEMA s TO r_"
                + database.name());
        String start = "SET search_path = s;\nSET ROLE r_" + database.name() + ";\nCREATE TABLE t (a int);\n";
        assertThatThrownBy(TestMigrations.of(database, none(start + "SELEC 1;"))::upgrade)
                .hasMessageContaining("statement 4 of 4");

        TestMigrations.of(database, none(start + "CREATE INDEX CONCURRENTLY i ON t (a);"))
                .upgrade();

        assertThat(valid(database, "s.i")).isEqualTo("true");
        assertThat(database.texts("SELECT tableowner FROM pg_tables WHERE tablename = 't'"))
                .containsExactly("r_" + database.name());
        database.execute("DROP OWNED BY r_" + database.name() + "; DROP ROLE r_" + database.name());
    }

    /** Leaves the database as a process does that is killed while the first statement runs alone. */
    private static void interrupted(TestDatabase database, String statement) {
        TestMigrations.of(database, Scripts.none().withTable("z9", "")).upgrade();
        TestMigrations.of(database, Scripts.none().withTable("z9", "")).downgrade("base");
        database.execute("DELETE FROM migration_history");
        database.execute("INSERT INTO migration_history (run_id, direction, revision, down_revisions, depends_on,"
                + " branch_labels, message, started_at, duration_ms, outcome, statement_begun, database_user) VALUES"
                + " (gen_random_uuid(), 'upgrade', 'a1', '{}', '{}', '{}', '', now(), 0, 'running', '"
                + Checksum.of(statement) + "', 'x')");
    }

    private static Scripts none(String upgrade) {
        return Scripts.none()
                .with(
                        "a1",
                        Scripts.header("a1", "") + "-- @upgrade transaction=none\n" + upgrade
                                + "\n\n-- @downgrade irreversible\n");
    }

    private static String valid(TestDatabase database, String index) {
        return database.texts("SELECT indisvalid::text FROM pg_index WHERE indexrelid = '" + index + "'::regclass")
                .get(0);
    }

    private static long oid(TestDatabase database, String index) {
        return database.count("SELECT '" + index + "'::regclass::oid::bigint");
    }
}
