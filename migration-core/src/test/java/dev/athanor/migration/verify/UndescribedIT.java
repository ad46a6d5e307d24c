package dev.athanor.migration.verify;

import static dev.athanor.migration.verify.SubtleDowngradesIT.timeless;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.script.Proof;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.RoundTripProxy;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests revisions whose downgrade leaves something that the catalog reader does not describe. */
@ExtendWith(PostgresExtension.class)
class UndescribedIT {

    private static final int ROUND_TRIPS = 40;

    @Test
    void aDefaultThatIsLeftOnAPartitionIsUnproven(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .with(
                        "a1",
                        "",
                        "CREATE TABLE p (a int, b int) PARTITION BY LIST (a);\n"
                                + "CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);",
                        "DROP TABLE p;")
                .with("b1", "a1", "ALTER TABLE p1 ALTER b SET DEFAULT 5;", "SELECT 1;");

        VerifyReport report = TestMigrations.of(database, scripts).verify(VerifySettings.all());

        assertThat(timeless(report)).isEqualTo("""
                2 revisions: 1 proven, 1 unproven, 0 irreversible, in # s
                  a1   proven # ms  revision a1
                  b1   unproven # ms  revision b1
                      after the downgrade, changed: column p1.b: default none → 5
                  all  proven # ms  2 revisions down to base and up again""");
        assertThat(report.revisions().get(1).proof()).isEqualTo(Proof.UNPROVEN);
    }

    @Test
    void anOptionThatIsLeftOnTheIndexOfAPartitionIsUnprovenAlthoughItHasNoDescription(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .with(
                        "a1",
                        "",
                        "CREATE TABLE p (a int) PARTITION BY LIST (a);\n"
                                + "CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);\nCREATE INDEX i ON p (a);",
                        "DROP TABLE p;")
                .with("b1", "a1", "ALTER INDEX p1_a_idx SET (fillfactor = 70);", "SELECT 1;");

        VerifyReport report = TestMigrations.of(database, scripts).verify(VerifySettings.all());

        assertThat(timeless(report)).isEqualTo("""
                2 revisions: 1 proven, 1 unproven, 0 irreversible, in # s
                  a1   proven # ms  revision a1
                  b1   unproven # ms  revision b1
                      after the downgrade, pg_class of p1_a_idx differs (reloptions) in a way that is not described
                  all  proven # ms  2 revisions down to base and up again""");
        assertThat(report.revisions().get(1).proof()).isEqualTo(Proof.UNPROVEN);
    }

    /** Counts the round trips of ten revisions more, so that those of the throw-away database do not count. */
    @Test
    void aRevisionTakesAFewRoundTripsWhateverTheNumberOfTables(TestDatabase database) throws IOException {
        int few = trips(database, 10, 3);

        assertThat((trips(database, 20, 3) - few) / 10).isLessThanOrEqualTo(ROUND_TRIPS);
        assertThat((trips(database, 20, 30) - trips(database, 10, 30)) / 10).isLessThanOrEqualTo(ROUND_TRIPS);
    }

    private static int trips(TestDatabase database, int revisions, int tables) throws IOException {
        StringBuilder base = new StringBuilder();
        for (int table = 0; table < tables; table++) {
            base.append("CREATE TABLE b").append(table).append(" (id int PRIMARY KEY, n text);\n");
        }
        StringBuilder down = new StringBuilder();
        for (int table = 0; table < tables; table++) {
            down.append("DROP TABLE b").append(table).append(";\n");
        }
        Scripts scripts = Scripts.none().with("r0", "", base.toString(), down.toString());
        for (int number = 1; number <= revisions; number++) {
            String column = "c" + number;
            scripts = scripts.with(
                    "r" + number,
                    "r" + (number - 1),
                    "ALTER TABLE b1 ADD " + column + " int;",
                    "ALTER TABLE b1 DROP " + column + ";");
        }
        try (RoundTripProxy proxy = RoundTripProxy.to(database.url())) {
            VerifyReport report =
                    TestMigrations.of(proxy.through(database), scripts).verify(VerifySettings.all());
            assertThat(report.count(Proof.PROVEN)).isEqualTo(revisions + 1L);
            return proxy.trips();
        }
    }
}
