package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.CuttingProxy;
import dev.athanor.migration.testing.CuttingProxy.Moment;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests ten revisions with the connection cut at each message of the run in turn. */
@ExtendWith(PostgresExtension.class)
class CutConnectionIT {

    private static final String RECORDED =
            "SELECT revision FROM migration_history WHERE outcome = 'success' ORDER BY id";

    @ParameterizedTest
    @EnumSource
    void whereverTheConnectionIsCutEachRevisionIsAppliedOnce(Moment moment, TestDatabase database) throws Exception {
        TestMigrations.of(database, scripts()).upgrade();
        List<String> undisturbed = CatalogSnapshot.of(database);
        List<String> recorded = database.texts(RECORDED);
        List<String> rows = database.texts("SELECT id || note FROM t1 ORDER BY 1");
        int recovered = 0;
        int cuts = 0;
        boolean more = true;

        try (CuttingProxy proxy = new CuttingProxy(database)) {
            for (int message = 1; more; message++) {
                clear(database);
                proxy.cutAt(message, moment);
                boolean failed = fails(TestMigrations.of(proxy.through(), scripts()));
                more = proxy.messages() >= message;
                cuts += more ? 1 : 0;
                recovered += more && !failed ? 1 : 0;
                proxy.cutAt(0, moment);
                TestMigrations.of(proxy.through(), scripts()).upgrade();
                assertThat(database.texts(RECORDED))
                        .as("cut at message " + message)
                        .isEqualTo(recorded);
                assertThat(CatalogSnapshot.of(database))
                        .as("cut at message " + message)
                        .isEqualTo(undisturbed);
                assertThat(database.texts("SELECT id || note FROM t1 ORDER BY 1"))
                        .as("cut at message " + message)
                        .isEqualTo(rows);
            }
        }

        System.out.printf(
                "Cut %s the server received it: at %d messages, one after the other; in %d of them the run itself went on%n",
                moment, cuts, recovered);
        assertThat(cuts).isGreaterThan(40);
    }

    private static boolean fails(Migrations migrations) {
        try {
            migrations.upgrade();
            return false;
        } catch (MigrationException e) {
            assertThat(e.action()).isNotBlank();
            return true;
        }
    }

    private static void clear(TestDatabase database) {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    private static Scripts scripts() {
        List<String> upgrades = new ArrayList<>();
        upgrades.add("CREATE TABLE t1 (id int PRIMARY KEY, note text);\nINSERT INTO t1 VALUES (1, 'a'), (2, 'b');");
        upgrades.add("ALTER TABLE t1 ADD COLUMN n2 int;");
        upgrades.add("UPDATE t1 SET note = note || 'x';\nCREATE VIEW v3 AS SELECT id FROM t1;");
        upgrades.add("CREATE TYPE mood AS ENUM ('sad');\nCREATE TABLE t4 (id int, mood mood);");
        upgrades.add("-- @upgrade transaction=none\nINSERT INTO t1 VALUES (3, 'c');\n"
                + "CREATE INDEX CONCURRENTLY t1_note ON t1 (note);\nALTER TYPE mood ADD VALUE 'glad';\n"
                + "UPDATE t1 SET note = note || 'y';");
        upgrades.add("CREATE FUNCTION f6() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; END;");
        upgrades.add("CREATE SEQUENCE s7;");
        upgrades.add("INSERT INTO t1 (id, note) SELECT max(id) + 1, 'd' FROM t1;");
        upgrades.add("CREATE TABLE t9 (id int REFERENCES t1);");
        upgrades.add("COMMENT ON TABLE t9 IS 'nine';");
        Scripts scripts = Scripts.none();
        for (int number = 1; number <= upgrades.size(); number++) {
            String upgrade = upgrades.get(number - 1);
            String section = upgrade.startsWith("--") ? upgrade : "-- @upgrade\n" + upgrade;
            scripts.with(
                    "r" + number,
                    Scripts.header("r" + number, number == 1 ? "" : "r" + (number - 1)) + section
                            + "\n\n-- @downgrade irreversible\n");
        }
        return scripts;
    }
}
