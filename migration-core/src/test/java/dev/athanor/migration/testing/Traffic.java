package dev.athanor.migration.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Readers and writers of table {@code orders}, all the time, each on a connection of its own. */
public final class Traffic {

    private final AtomicLong longest = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean going = true;

    private Traffic() {}

    /** Begins. */
    public static Traffic on(TestDatabase database, int readers, int writers) {
        Traffic traffic = new Traffic();
        for (int number = 0; number < readers; number++) {
            traffic.begin(database, "SELECT n FROM orders WHERE id = 1");
        }
        for (int number = 0; number < writers; number++) {
            traffic.begin(database, "UPDATE orders SET n = n + 1 WHERE id = 1");
        }
        return traffic;
    }

    private void begin(TestDatabase database, String sql) {
        Thread thread = new Thread(() -> repeat(database, sql));
        threads.add(thread);
        thread.start();
    }

    private void repeat(TestDatabase database, String sql) {
        try (Connection connection = database.dataSource().getConnection();
                java.sql.Statement statement = connection.createStatement()) {
            while (going) {
                long begun = System.nanoTime();
                statement.execute(sql);
                longest.accumulateAndGet(System.nanoTime() - begun, Math::max);
                TimeUnit.MILLISECONDS.sleep(2);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it, and gives the longest that one statement took. */
    public Duration end() throws InterruptedException {
        going = false;
        for (Thread thread : threads) {
            thread.join(30_000);
        }
        return Duration.ofNanos(longest.get());
    }
}
