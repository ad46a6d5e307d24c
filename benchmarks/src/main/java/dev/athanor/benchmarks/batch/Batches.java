package dev.athanor.benchmarks.batch;

import dev.athanor.benchmarks.Arguments;
import dev.athanor.benchmarks.Benchmark;
import dev.athanor.benchmarks.Server;
import dev.athanor.benchmarks.report.Machine;
import dev.athanor.benchmarks.report.Samples;
import dev.athanor.benchmarks.report.Table;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The same backfill in batches of the same size: ours, and the loops that people write. */
public final class Batches implements Benchmark {

    @Override
    public Table run(Arguments arguments) throws Exception {
        int rows = arguments.number("rows", 200_000);
        int size = arguments.number("batch-size", 5_000);
        Map<Walker, Samples> samples = new EnumMap<>(Walker.class);
        try (Server server = Server.start()) {
            for (int round = 0; round <= arguments.number("rounds", 5); round++) {
                for (int turn = 0; turn < Walker.values().length; turn++) {
                    Walker walker = Walker.values()[(turn + round) % Walker.values().length];
                    Duration took = turn(server, walker, rows, size);
                    if (round > 0) {
                        samples.computeIfAbsent(walker, key -> new Samples()).add(took);
                    }
                }
            }
        }
        return table(samples, rows, size);
    }

    private static Duration turn(Server server, Walker walker, int rows, int size) throws SQLException {
        TestDatabase database = server.createDatabase();
        database.execute("CREATE TABLE t (id bigint PRIMARY KEY, n int NOT NULL DEFAULT 0, words text NOT NULL)");
        database.execute("INSERT INTO t SELECT i, 0, repeat('x', 100) FROM generate_series(1, " + rows + ") i");
        database.execute("VACUUM ANALYZE t");
        database.execute("CHECKPOINT");
        long begun = System.nanoTime();
        walker.walk(database, size);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        if (database.count("SELECT count(*) FROM t WHERE n = 1") != rows) {
            throw new IllegalStateException(walker + " has not changed each row once");
        }
        server.drop(database);
        return took;
    }

    private static Table table(Map<Walker, Samples> samples, int rows, int size) {
        double best = Math.min(
                samples.get(Walker.JDBC).medianMillis(),
                samples.get(Walker.PLPGSQL).medianMillis());
        List<List<String>> lines = new ArrayList<>();
        samples.forEach((walker, found) -> lines.add(List.of(
                walker.title(),
                Samples.millis(found.medianMillis()),
                String.format(Locale.ROOT, "%,.0f", rows / found.medianMillis() * 1_000),
                Samples.ratio(found.medianMillis(), best))));
        return new Table(
                List.of("loop", "time", "rows/s", "to the best by hand"),
                lines,
                String.format(Locale.ROOT, "%,d rows in batches of %,d; ", rows, size) + Machine.describe() + ".");
    }
}
