package dev.athanor.migration.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.autogenerate.SchemaScript;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.shadow.ShadowException;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.LyingProxy;
import dev.athanor.migration.testing.PgBouncer;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that nothing happens in another database to which a pooler or proxy leads instead of the requested one. */
@ExtendWith(PostgresExtension.class)
class WrongDatabaseIT {

    private static final String OURS = "migration_verify_";

    private static final String ALL = "SELECT datname FROM pg_database WHERE datname LIKE 'migration\\_verify\\_%'";

    /** Defines a revision that would empty the table, and drop it on downgrade. */
    private static final Scripts SCRIPTS = Scripts.none()
            .with(
                    "a1",
                    "",
                    "CREATE TABLE IF NOT EXISTS customers (id int, name text);\nDELETE FROM customers;",
                    "DROP TABLE customers;");

    private TestDatabase prod;
    private List<String> before;

    @BeforeEach
    void fill(TestDatabase database) {
        prod = database;
        prod.execute("CREATE TABLE customers (id int, name text);"
                + " INSERT INTO customers SELECT n, 'name ' || n FROM generate_series(1, 50) n");
        before = everything();
    }

    /** Returns the whole content, including what shows that no row was written again. */
    private List<String> everything() {
        List<String> all = new ArrayList<>(CatalogSnapshot.of(prod));
        all.addAll(prod.texts("SELECT oid || ' ' || relname || ' ' || relfilenode FROM pg_class WHERE oid >= 16384"
                + " ORDER BY oid"));
        all.addAll(prod.texts(
                "SELECT ctid || ' ' || xmin || ' ' || xmax || ' ' || c::text FROM customers c ORDER BY ctid"));
        return all;
    }

    @Test
    void verifyBehindAPgBouncerWithOneDatabaseIsRefused() throws Exception {
        assumeThat(PgBouncer.isInstalled())
                .as("PgBouncer is not installed (apt-get install pgbouncer): nothing was tested")
                .isTrue();
        try (PgBouncer pooler = PgBouncer.startWithOneDatabase(prod)) {
            Throwable refused = verify(TestMigrations.of(pooler.through(prod), SCRIPTS));

            assertThat(text(refused)).isEqualTo(ledTo("the database " + described(prod)));
        }
        assertUntouched();
    }

    @Test
    void verifyBehindAProxyWithOneDatabaseIsRefused() throws IOException {
        try (LyingProxy proxy = new LyingProxy(prod).leading(this::prodInstead)) {
            Throwable refused = verify(TestMigrations.of(proxy.through(), SCRIPTS));

            assertThat(text(refused)).isEqualTo(ledTo("the database " + described(prod)));
        }
        assertUntouched();
    }

    @Test
    void driftAndSeveralSchemasBehindAProxyWithOneDatabaseAreRefused() throws IOException {
        try (LyingProxy proxy = new LyingProxy(prod).leading(this::prodInstead)) {
            Migrations migrations = TestMigrations.of(proxy.through(), SCRIPTS);
            SchemaScript wanted = SchemaScript.of(new ScriptFile("schema.sql", "DROP TABLE IF EXISTS customers;"));

            Throwable drift = catchThrowable(() -> migrations.comparisons().drift());
            Throwable check = catchThrowable(() -> migrations
                    .comparisons(ComparisonSettings.defaults().withSchemas("audit"))
                    .check(wanted));

            assertThat(text(drift)).isEqualTo(ledTo("the database " + described(prod)));
            assertThat(text(check)).isEqualTo(ledTo("the database " + described(prod)));
        }
        assertUntouched();
    }

    @Test
    void whicheverConnectionIsLedAstrayTheTargetStaysAsItIs() throws IOException {
        leadEachAstray(SCRIPTS);
    }

    @Test
    void aConnectionThatReplacesALostOneIsLedAstrayAndTheTargetStaysAsItIs() throws IOException {
        leadEachAstray(Scripts.none()
                .with(
                        "a1",
                        "",
                        "DROP TABLE IF EXISTS customers;\nSELECT pg_terminate_backend(pg_backend_pid());",
                        "DROP TABLE IF EXISTS customers;"));
    }

    private void leadEachAstray(Scripts scripts) throws IOException {
        int connections = honestConnections(scripts);
        assertThat(connections).isGreaterThanOrEqualTo(3);

        List<Integer> refused = new ArrayList<>();
        for (int one = 1; one <= connections; one++) {
            int astray = one;
            try (LyingProxy proxy = new LyingProxy(prod)
                    .leading((wanted, time) -> time == astray ? prodInstead(wanted, time) : wanted)) {
                Throwable failure = verify(TestMigrations.of(proxy.through(), scripts));
                if (failure != null) {
                    assertThat(text(failure)).isEqualTo(ledTo("the database " + described(prod)));
                    refused.add(one);
                }
            }
            assertUntouched();
        }

        assertThat(refused).contains(1, 2, 3);
    }

    private int honestConnections(Scripts scripts) throws IOException {
        AtomicInteger most = new AtomicInteger();
        try (LyingProxy proxy = new LyingProxy(prod).leading((wanted, time) -> {
            if (wanted.startsWith(OURS)) {
                most.accumulateAndGet(time, Math::max);
            }
            return wanted;
        })) {
            assertThat(verify(TestMigrations.of(proxy.through(), scripts))).isNull();
        }
        return most.get();
    }

    @Test
    void aDatabaseOfTheSameNameAndOidOnAnotherServerIsRefusedByItsToken() throws IOException {
        TestDatabase decoy = PostgresServer.get().createDatabase("decoy");
        decoy.execute("CREATE TABLE customers (id int, name text); INSERT INTO customers VALUES (1, 'kept')");
        String decoyOid = String.valueOf(oid(decoy));
        AtomicReference<String> asked = new AtomicReference<>("");
        AtomicReference<String> askedOid = new AtomicReference<>("");
        try (LyingProxy proxy = new LyingProxy(prod)) {
            proxy.leading((wanted, time) -> {
                if (!wanted.startsWith(OURS)) {
                    return wanted;
                }
                asked.set(wanted);
                askedOid.set(prod.texts("SELECT oid::text FROM pg_database WHERE datname = '" + wanted + "'")
                        .get(0));
                return decoy.name();
            });
            proxy.answering(value ->
                    value.equals(decoy.name()) ? asked.get() : value.equals(decoyOid) ? askedOid.get() : value);
            Throwable refused = verify(TestMigrations.of(proxy.through(), SCRIPTS));

            assertThat(text(refused)).isEqualTo(ledTo("another database of that name (oid #, without its token)"));
            assertThat(decoy.texts("SELECT name FROM customers")).containsExactly("kept");
        } finally {
            PostgresServer.get().dropDatabase(decoy);
        }
        assertUntouched();
    }

    private String prodInstead(String wanted, int time) {
        return wanted.startsWith(OURS) ? prod.name() : wanted;
    }

    private static Throwable verify(Migrations migrations) {
        return catchThrowable(() -> migrations.verify(VerifySettings.all()));
    }

    private void assertUntouched() {
        assertThat(everything()).isEqualTo(before);
        assertThat(prod.texts(ALL)).isEmpty();
    }

    private static String ledTo(String place) {
        return "A connection to the throw-away database # (oid #) led to " + place
                + " instead: a pooler, a proxy or another"
                + " server has answered it.\n"
                + "Nothing was run there. Name a server that is reached directly, under the real names of its databases:"
                + " migration.shadow.url, migration.shadow.username and migration.shadow.password.";
    }

    private static String described(TestDatabase database) {
        return database.name() + " (oid #)";
    }

    private static long oid(TestDatabase database) {
        return database.count("SELECT oid::bigint FROM pg_database WHERE datname = current_database()");
    }

    /** Replaces names and oids, which are new each time. */
    private static String text(Throwable refused) {
        assertThat(refused).isInstanceOf(ShadowException.class);
        return String.valueOf(refused.getMessage())
                .replaceAll("migration_verify_\\d+_[0-9a-f]+", "#")
                .replaceAll("oid \\d+", "oid #");
    }
}
