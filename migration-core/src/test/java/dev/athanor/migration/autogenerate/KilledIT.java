package dev.athanor.migration.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.history.Tables;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.JavaProcess;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Checks that nothing is left of a comparison whose process is killed. */
@ExtendWith(PostgresExtension.class)
class KilledIT {

    private static final String SLEEPING =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep%'";

    @Test
    void nothingIsLeftOfAProcessThatIsKilledInTheMiddle(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE users (id int)");
        List<String> before = CatalogSnapshot.of(database);
        Process process = JavaProcess.start(Comparing.class, database.url(), database.user(), database.password());
        await(database, 1, Duration.ofSeconds(60));

        process.destroyForcibly();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        await(database, 0, Duration.ofSeconds(60));
        assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
        database.execute("ALTER TABLE users ADD COLUMN free int");
    }

    private static void await(TestDatabase database, long sleepers, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (database.count(SLEEPING) != sleepers) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    /** Runs a comparison in a process of its own. */
    static final class Comparing {

        private Comparing() {}

        public static void main(String... arguments) {
            DriverManagerDataSource dataSource = new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]);
            new SchemaComparison(dataSource, Tables.defaults(), ComparisonSettings.defaults())
                    .check(SchemaScript.of(
                            new ScriptFile("schema.sql", "CREATE TABLE users (id int); SELECT pg_sleep(300);")));
        }
    }
}
