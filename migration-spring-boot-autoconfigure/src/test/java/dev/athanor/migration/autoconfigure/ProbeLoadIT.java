package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Probes cost the database nothing that is worth mentioning, however many there are. */
@ExtendWith(PostgresExtension.class)
class ProbeLoadIT {

    private static final int A_SECOND = 500;
    private static final int SECONDS = 10;

    /** A look each five seconds, each of four statements, and what the pool asks of connections; more where it takes longer. */
    private static final int HANDFUL = 30;

    @Test
    void fiveHundredProbesASecondAskTheDatabaseAHandfulOfTimes(TestDatabase database) throws Exception {
        try (RunningApplication application = RunningApplication.start(
                database, "--migration.status-cache=5s", "--spring.datasource.hikari.maximum-pool-size=2")) {
            HikariDataSource pool = application.context().getBean(HikariDataSource.class);
            long before = transactions(database, pool);

            List<Integer> answers =
                    probe(application.request("/actuator/health/readiness").build());

            long asked = transactions(database, pool) - before;
            System.out.println(answers.size() + " probes of readiness, " + asked + " transactions of the database");
            assertThat(answers).hasSize(A_SECOND * SECONDS).containsOnly(200);
            assertThat(asked).isLessThanOrEqualTo(HANDFUL);
        }
    }

    private static List<Integer> probe(HttpRequest request) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        long begun = System.nanoTime();
        for (int number = 0; number < A_SECOND * SECONDS; number++) {
            long due = begun + number * TimeUnit.SECONDS.toNanos(1) / A_SECOND;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            answers.add(
                    client.sendAsync(request, BodyHandlers.discarding()).thenApply(response -> response.statusCode()));
        }
        List<Integer> statuses = answers.stream().map(CompletableFuture::join).toList();
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)).isLessThan(SECONDS * 2);
        return statuses;
    }

    /** As the server counts them, which it does when a session has ended. */
    private static long transactions(TestDatabase database, HikariDataSource pool) throws InterruptedException {
        pool.getHikariPoolMXBean().softEvictConnections();
        Thread.sleep(1_500);
        String url = database.url().replace("/" + database.name(), "/postgres");
        return new TestDatabase("postgres", url, database.user(), database.password())
                .count("SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = '" + database.name()
                        + "'");
    }
}
