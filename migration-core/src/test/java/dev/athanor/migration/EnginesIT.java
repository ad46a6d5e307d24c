package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.session.DatabaseException;
import dev.athanor.migration.testing.LyingProxy;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests servers that speak PostgreSQL's protocol and identify themselves as another engine: PostgreSQL behind a proxy
 * that changes its answers.
 */
@ExtendWith(PostgresExtension.class)
class EnginesIT {

    private static final Scripts SCRIPTS = Scripts.none().withTable("a1", "");

    private static final String ACTION =
            "\nLet migrations connect to PostgreSQL: migration.url. Which engines work, and which do not: docs/engines.md."
                    + " Nothing was done.";

    private LyingProxy proxy;
    private Migrations migrations;

    @BeforeEach
    void connect(TestDatabase database) throws IOException {
        proxy = new LyingProxy(database);
        migrations = TestMigrations.of(proxy.through(), SCRIPTS);
    }

    @AfterEach
    void disconnect() {
        proxy.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            crdb_version  | CockroachDB CCL v25.2.1 | CockroachDB | "it has no session advisory locks that work, and carries out part of a transaction's DDL only after its commit"
            crate_version | 5.10.4                  | CrateDB     | it has no transactions
            mz_version    | v0.150.0 (1a2b3c4)      | Materialize | it has no session advisory locks, and no DDL in transactions
            """)
    void whatIsReportedWhileConnectingIsRefusedBeforeAnythingIsAsked(
            String parameter, String version, String name, String reason, TestDatabase database) {
        proxy.reporting(Map.of(parameter, version));

        assertThatThrownBy(migrations::upgrade)
                .isInstanceOf(DatabaseException.class)
                .hasMessage("The server is " + name + " (" + version + "), not PostgreSQL: " + reason + "." + ACTION);
        assertThat(proxy.queries()).noneMatch(query -> query.contains("migration_version"));
        assertThat(database.exists("migration_version")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            CockroachDB CCL v23.1.11 (x86_64-pc-linux-gnu, built 2023/09/27 01:53:43, go1.19.10) | CockroachDB | "it has no session advisory locks that work, and carries out part of a transaction's DDL only after its commit"
            PostgreSQL 16 | Amazon Aurora DSQL | it has no session advisory locks, and allows one DDL statement in a transaction
            PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC gcc (GCC) 3.4.2 20041017 (Red Hat 3.4.2-6.fc3), Redshift 1.0.10936 | Amazon Redshift | it has no advisory locks, and derives from PostgreSQL 8.0
            PostgreSQL 12.3, compiled by Visual C++ build 1914, 64-bit, QuestDB | QuestDB | it has no advisory locks, and its DDL is not undone with its transaction
            PostgreSQL 13.14.0-RisingWave-2.1.0 (abc) | RisingWave | it has no advisory locks and no read-write transactions
            PostgreSQL 8.1.4 server protocol using H2 2.2.224 (2023-09-17) | H2 | it has no advisory locks, and its DDL commits the transaction
            """)
    void whatSaysByItsVersionThatItIsSomethingElseIsRefusedBeforeTheFirstStatement(
            String version, String name, String reason, TestDatabase database) {
        answering(version);

        assertThatThrownBy(migrations::upgrade)
                .isInstanceOf(DatabaseException.class)
                .hasMessage("The server is " + name + " (" + version + "), not PostgreSQL: " + reason + "." + ACTION);
        assertThat(database.exists("migration_version")).isFalse();
        assertThat(database.exists("t_a1")).isFalse();
    }

    @Test
    void theBooksAreThereAlreadyAndTheEngineIsRefusedAllTheSame(TestDatabase database) {
        migrations.ensureVersion();
        answering("PostgreSQL 16");

        assertThatThrownBy(migrations::upgrade)
                .isInstanceOf(DatabaseException.class)
                .hasMessage(
                        "The server is Amazon Aurora DSQL (PostgreSQL 16), not PostgreSQL: it has no session advisory"
                                + " locks, and allows one DDL statement in a transaction." + ACTION);
        assertThat(database.exists("t_a1")).isFalse();
        assertThat(database.texts("SELECT locktype FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"))
                .isEmpty();
    }

    @Test
    void aServerThatDoesNotUnderstandTheQuestionsIsAskedForItsName(TestDatabase database) {
        database.execute("CREATE VIEW migration_version AS SELECT 1 AS something_else");
        answering("PostgreSQL 12.3, compiled by Visual C++ build 1914, 64-bit, QuestDB");

        assertThatThrownBy(migrations::upgrade)
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("The server is QuestDB (PostgreSQL 12.3, ");
    }

    @Test
    void yugabyteWithoutTransactionalDdlIsRefused(TestDatabase database) {
        answering("PostgreSQL 15.2-YB-2025.1.0.1-b0 on x86_64-pc-linux-gnu, compiled by clang version 17.0.6, 64-bit");

        assertThatThrownBy(migrations::upgrade)
                .isInstanceOf(DatabaseException.class)
                .hasMessage(
                        "The server is YugabyteDB (PostgreSQL 15.2-YB-2025.1.0.1-b0 on x86_64-pc-linux-gnu, compiled by"
                                + " clang version 17.0.6, 64-bit) with transactional DDL turned off: a revision that fails would"
                                + " leave half of its tables behind.\n"
                                + "Turn it on where your version has it: start yb-tserver with"
                                + " --ysql_yb_ddl_transaction_block_enabled=true. `SHOW yb_ddl_transaction_block_enabled` then says"
                                + " on. Nothing was done.");
        assertThat(database.exists("migration_version")).isFalse();
    }

    @Test
    void yugabyteWithTransactionalDdlIsLetThrough(TestDatabase database) {
        UnaryOperator<String> settingThatPostgresDoesNotHave = value -> value.isEmpty() ? "on" : value;
        proxy.answering(value ->
                version(settingThatPostgresDoesNotHave.apply(value), "PostgreSQL 15.2-YB-2025.1.0.1-b0 on linux"));

        migrations.upgrade();

        assertThat(database.exists("t_a1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PostgreSQL 17.5 (Neon) on x86_64-pc-linux-gnu, compiled by gcc",
                "PostgreSQL 16.4 (EnterpriseDB Advanced Server 16.4.1) on x86_64-pc-linux-gnu, compiled by gcc",
                "PostgreSQL 12.12 (Greenplum Database 7.1.0 build commit:abc) on x86_64-unknown-linux-gnu",
                "PostgreSQL 16.1 on something that nobody knows yet"
            })
    void whatIsNotKnownToFailIsTakenForPostgreSql(String version, TestDatabase database) {
        answering(version);

        migrations.upgrade();

        assertThat(database.exists("t_a1")).isTrue();
    }

    private void answering(String version) {
        proxy.answering(value -> version(value, version));
    }

    /** Replaces PostgreSQL's own version, which begins like this and names the compiler. */
    private static String version(String value, String instead) {
        return value.startsWith("PostgreSQL ") && value.contains("compiled by") ? instead : value;
    }

    @Test
    void theVersionIsAskedForInNoRoundTripOfItsOwn() {
        migrations.upgrade();

        assertThat(List.copyOf(proxy.queries()))
                .filteredOn(query -> query.contains("version()"))
                .allMatch(query -> query.contains("pg_backend_pid()"));
    }
}
