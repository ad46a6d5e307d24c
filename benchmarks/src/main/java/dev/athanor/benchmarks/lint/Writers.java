package dev.athanor.benchmarks.lint;

import dev.athanor.migration.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Sessions that change single rows one after another, as an application does. */
final class Writers implements AutoCloseable {

    private final ExecutorService threads;
    private final List<Future<Duration>> longest = new ArrayList<>();
    private volatile boolean stopped;

    private Writers(ExecutorService threads) {
        this.threads = threads;
    }

    static Writers start(TestDatabase database, int number) {
        Writers writers = new Writers(Executors.newFixedThreadPool(number));
        for (int writer = 0; writer < number; writer++) {
            int first = writer;
            writers.longest.add(writers.threads.submit(() -> writers.write(database, first, number)));
        }
        return writers;
    }

    private Duration write(TestDatabase database, int first, int step) throws SQLException, InterruptedException {
        Duration worst = Duration.ZERO;
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE orders SET amount = coalesce(amount, 0) + 1 WHERE id = ?")) {
            for (long id = 1 + first; !stopped; id += step) {
                update.setLong(1, id);
                long begun = System.nanoTime();
                update.executeUpdate();
                Duration took = Duration.ofNanos(System.nanoTime() - begun);
                worst = took.compareTo(worst) > 0 ? took : worst;
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        return worst;
    }

    /** Ends the writers, and returns how long the longest write of all took. */
    Duration stop() {
        stopped = true;
        Duration worst = Duration.ZERO;
        for (Future<Duration> one : longest) {
            try {
                Duration found = one.get();
                worst = found.compareTo(worst) > 0 ? found : worst;
            } catch (ExecutionException e) {
                throw new IllegalStateException("A writer failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return worst;
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdown();
    }
}
