package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.testing.CuttingProxy;
import dev.athanor.migration.testing.CuttingProxy.Moment;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests blocks of BEGIN and COMMIT in sections without a transaction: each block commits once, as a whole. */
@ExtendWith(PostgresExtension.class)
class TransactionBlocksIT {

    private static final String OUTCOMES =
            "SELECT outcome || ' ' || statements_done FROM migration_history ORDER BY id";
    private static final String ROWS = "SELECT a::text FROM t ORDER BY a";

    @Test
    void theStatementsOfABlockCommitTogether(TestDatabase database) {
        Scripts scripts = none("CREATE TABLE t (a int, txid bigint DEFAULT txid_current());\n"
                + "BEGIN;\nINSERT INTO t VALUES (1);\nINSERT INTO t VALUES (2);\nCOMMIT;\n"
                + "CREATE INDEX CONCURRENTLY i ON t (a);\n"
                + "START TRANSACTION;\nINSERT INTO t VALUES (3);\nEND;\nINSERT INTO t VALUES (4);");

        TestMigrations.of(database, scripts).upgrade();

        assertThat(database.texts(ROWS)).containsExactly("1", "2", "3", "4");
        assertThat(database.texts("SELECT count(DISTINCT txid)::text FROM t")).containsExactly("3");
        assertThat(database.texts("SELECT count(DISTINCT txid)::text FROM t WHERE a < 3"))
                .containsExactly("1");
        assertThat(database.texts(OUTCOMES)).containsExactly("success 10");
    }

    @Test
    void whatABlockSaysOfItsTransactionHolds(TestDatabase database) {
        String level = "INSERT INTO t SELECT current_setting('transaction_isolation');\n";
        Scripts scripts = none("CREATE TABLE t (a text);\n"
                + "BEGIN ISOLATION LEVEL SERIALIZABLE, READ WRITE;\n" + level + "COMMIT;\n"
                + "START TRANSACTION /* why */ ISOLATION LEVEL REPEATABLE READ;\n" + level + "END;\n"
                + "BEGIN WORK;\nSET TRANSACTION ISOLATION LEVEL SERIALIZABLE;\n" + level + "COMMIT AND NO CHAIN;\n"
                + "BEGIN TRANSACTION;\n" + level + "COMMIT;\n");

        TestMigrations.of(database, scripts).upgrade();

        assertThat(database.texts("SELECT a FROM t ORDER BY ctid"))
                .containsExactly("serializable", "repeatable read", "serializable", "read committed");
    }

    @Test
    void aBlockThatFailsIsRolledBackAndRunAgainWholly(TestDatabase database) {
        String start = "CREATE TABLE t (a int);\nBEGIN;\nINSERT INTO t VALUES (1);\nCOMMIT;\n";
        String block = "BEGIN;\nINSERT INTO t VALUES (2);\n%s;\nINSERT INTO t VALUES (3);\nCOMMIT;\n";

        assertThatThrownBy(TestMigrations.of(database, none(start + block.formatted("SELEC 1")))::upgrade)
                .hasMessage("upgrade a1 (revision a1) failed at db/revisions/a1.sql:13, statement 7 of 9:\n"
                        + "    SELEC 1\n"
                        + "ERROR: syntax error at or near \"SELEC\"\n"
                        + "  Position: 1 (SQLState 42601)\n"
                        + "It runs without a transaction (transaction=none): the block that begins on line 11 was rolled"
                        + " back, the statements before it have committed; the database is at base.\n"
                        + "Correct the statement at or before the place that the server names (a server older than the"
                        + " syntax refuses it too: `SHOW server_version`), then start again; the next run continues from line"
                        + " 11, where its block begins.");
        assertThat(database.texts(ROWS)).containsExactly("1");
        assertThat(database.texts(OUTCOMES)).containsExactly("failed 4");
        TestMigrations.of(database, none(start + block.formatted("SELECT 1"))).upgrade();

        assertThat(database.texts(ROWS)).containsExactly("1", "2", "3");
        assertThat(database.texts(OUTCOMES)).containsExactly("failed 4", "success 9");
    }

    @Test
    void whatIsCheckedAtTheEndOfABlockFailsAtItsCommit(TestDatabase database) {
        Scripts scripts = none("CREATE TABLE t (a int UNIQUE DEFERRABLE INITIALLY DEFERRED);\n"
                + "BEGIN;\nINSERT INTO t VALUES (1);\nINSERT INTO t VALUES (1);\nCOMMIT;\n");

        assertThatThrownBy(TestMigrations.of(database, scripts)::upgrade)
                .hasMessageStartingWith("upgrade a1 (revision a1) failed at db/revisions/a1.sql:11, statement 5 of 5:\n"
                        + "    COMMIT\n"
                        + "ERROR: duplicate key value violates unique constraint \"t_a_key\"\n");
        assertThat(database.texts(ROWS)).isEmpty();
    }

    @Test
    void aBackendThatIsKilledInABlockLeavesNothingOfIt(TestDatabase database) {
        database.execute("CREATE TABLE kills (a int); INSERT INTO kills VALUES (1)");
        String kill = "SELECT pg_terminate_backend(pg_backend_pid()) FROM kills;\n";
        Scripts scripts = none("CREATE TABLE t (a int);\nBEGIN;\nINSERT INTO t VALUES (1);\nCOMMIT;\n"
                + "BEGIN;\nINSERT INTO t VALUES (2);\n" + kill + "INSERT INTO t VALUES (3);\nCOMMIT;\n");

        assertThatThrownBy(TestMigrations.of(database, scripts)::upgrade)
                .hasMessageContaining("failed at db/revisions/a1.sql:13, statement 7 of 9");
        assertThat(database.texts(ROWS)).containsExactly("1");
        database.execute("DELETE FROM kills");
        TestMigrations.of(database, scripts).upgrade();

        assertThat(database.texts(ROWS)).containsExactly("1", "2", "3");
    }

    @ParameterizedTest
    @EnumSource
    void whereverTheConnectionIsCutABlockIsAppliedOnce(Moment moment, TestDatabase database) throws Exception {
        Scripts scripts = none("CREATE TABLE t (a serial, b int);\n"
                + "BEGIN ISOLATION LEVEL SERIALIZABLE;\nINSERT INTO t (b) VALUES (1);\nINSERT INTO t (b) VALUES (2);\n"
                + "COMMIT;\nCREATE INDEX CONCURRENTLY i ON t (a);\n"
                + "BEGIN;\nINSERT INTO t (b) VALUES (3);\nSAVEPOINT s;\nINSERT INTO t (b) VALUES (4);\n"
                + "ROLLBACK TO s;\nRELEASE s;\nCOMMIT;\n");
        int cuts = 0;
        boolean more = true;
        try (CuttingProxy proxy = new CuttingProxy(database)) {
            for (int message = 1; more; message++) {
                database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
                proxy.cutAt(message, moment);
                attempt(TestMigrations.of(proxy.through(), scripts));
                more = proxy.messages() >= message;
                cuts += more ? 1 : 0;
                proxy.cutAt(0, moment);
                TestMigrations.of(proxy.through(), scripts).upgrade();

                assertThat(database.texts("SELECT b::text FROM t ORDER BY b"))
                        .as("cut at message " + message)
                        .containsExactly("1", "2", "3");
                assertThat(database.texts(
                                "SELECT statements_done::text FROM migration_history" + " WHERE outcome = 'success'"))
                        .as("cut at message " + message)
                        .containsExactly("13");
            }
        }

        assertThat(cuts).isGreaterThan(20);
    }

    private static void attempt(Migrations migrations) {
        try {
            migrations.upgrade();
        } catch (MigrationException e) {
            assertThat(e.action()).isNotBlank();
        }
    }

    @Test
    void aSettingThatABlockHasMadeHoldsAgainForTheRest(TestDatabase database) {
        database.execute("CREATE SCHEMA s");
        String start = "BEGIN;\nSET search_path = s;\nCREATE TABLE t (a int);\nCOMMIT;\n";
        assertThatThrownBy(TestMigrations.of(database, none(start + "SELEC 1;"))::upgrade)
                .hasMessageContaining("statement 5 of 5");

        TestMigrations.of(database, none(start + "INSERT INTO t VALUES (1);")).upgrade();

        assertThat(database.count("SELECT count(*) FROM s.t")).isEqualTo(1);
    }

    @Test
    void savepointsOfARevisionAreItsOwn(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .with(
                        "a1",
                        "",
                        "CREATE TABLE t (a int);\nSAVEPOINT s;\nINSERT INTO t VALUES (1);\nROLLBACK TO SAVEPOINT s;\n"
                                + "INSERT INTO t VALUES (2);\nRELEASE SAVEPOINT s;",
                        "SAVEPOINT s;\nDROP TABLE t;");

        TestMigrations.of(database, scripts).upgrade();
        assertThat(database.texts(ROWS)).containsExactly("2");
        TestMigrations.of(database, scripts).downgrade("base");

        assertThat(database.exists("t")).isFalse();
    }

    @Test
    void aBlockOfAStoredDowngradeIsRunByABuildWithoutTheScript(TestDatabase database) {
        Scripts old = Scripts.none().withTable("a1", "");
        Scripts newer = Scripts.none()
                .withTable("a1", "")
                .with(
                        "b1",
                        Scripts.header("b1", "a1") + "-- @upgrade\nCREATE TABLE t (a int);\n\n"
                                + "-- @downgrade transaction=none\nBEGIN;\nINSERT INTO t_a1 VALUES (1);\nDROP TABLE t;\n"
                                + "COMMIT;\nVACUUM t_a1;\n");
        TestMigrations.of(database, newer).upgrade();

        TestMigrations.of(database, old).downgrade("a1");

        assertThat(database.exists("t")).isFalse();
        assertThat(database.texts("SELECT id::text FROM t_a1")).isEqualTo(List.of("1"));
    }

    private static Scripts none(String upgrade) {
        return Scripts.none()
                .with(
                        "a1",
                        Scripts.header("a1", "") + "-- @upgrade transaction=none\n" + upgrade
                                + "\n\n-- @downgrade irreversible\n");
    }
}
