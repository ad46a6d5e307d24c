package dev.athanor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.demo.CrashProcess.Signal;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo is killed in the middle of its batched backfill, started again, and changes each row exactly once. */
@ExtendWith(PostgresExtension.class)
class BackfillIT {

    private static final String CHANGED =
            "SELECT coalesce(max(batch_changed), 0) FROM migration_history WHERE revision" + " = 'f93a2c6d0b71'";

    private static final String OTHERS =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND" + " pid <> pg_backend_pid()";

    @Test
    void killedInTheMiddleItGoesOnWhereItWas(TestDatabase database) throws Exception {
        killWhen(database, 30_000, Signal.KILL);
        long first = agreed(database);
        killWhen(database, first + 30_000, Signal.TERM);
        long second = agreed(database);

        assertThat(first).isBetween(30_000L, 199_999L);
        assertThat(second).isBetween(first + 1, 199_999L);
        try (DemoProcess demo = start(database)) {
            assertThat(demo.answers("/actuator/health/readiness", 200))
                    .as(demo.output())
                    .isTrue();
        }
        assertThat(database.texts("SELECT area || ' ' || version || ' ' || count(*) FROM activities GROUP BY area,"
                        + " version ORDER BY 1"))
                .containsExactly("projects 1 50000", "repositories 1 50000", "seals 1 50000", "workflows 1 50000");
    }

    private static void killWhen(TestDatabase database, long changed, Signal signal) throws Exception {
        try (DemoProcess demo = start(database)) {
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
            while (changed(database) < changed && System.nanoTime() < deadline) {
                Thread.sleep(5);
            }
            demo.kill(signal);
        }
    }

    private static long changed(TestDatabase database) {
        return database.exists("activities") ? database.count(CHANGED) : 0;
    }

    /** How far the bookmark is, which is how far the rows are, once the killed process' session has ended. */
    private static long agreed(TestDatabase database) throws InterruptedException {
        while (database.count(OTHERS) > 0) {
            Thread.sleep(20);
        }
        List<String> both = database.texts(
                "SELECT (" + CHANGED + ") || ' ' || (SELECT count(*) FROM activities WHERE version = 1)");
        String[] counts = both.get(0).split(" ");
        assertThat(counts[0]).isEqualTo(counts[1]);
        return Long.parseLong(counts[0]);
    }

    private static DemoProcess start(TestDatabase database) throws Exception {
        return DemoProcess.start(
                List.of("-XX:TieredStopAtLevel=1"),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password());
    }
}
