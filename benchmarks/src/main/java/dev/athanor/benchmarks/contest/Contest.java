package dev.athanor.benchmarks.contest;

import dev.athanor.benchmarks.Arguments;
import dev.athanor.benchmarks.Benchmark;
import dev.athanor.benchmarks.Server;
import dev.athanor.benchmarks.report.Machine;
import dev.athanor.benchmarks.report.Table;
import dev.athanor.migration.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The same work by all contestants, in one process. */
public final class Contest implements Benchmark {

    private static final int NO_OPS_A_ROUND = 10;

    private final List<Contestant> contestants =
            List.of(new JdbcContestant(), new AthanorContestant(), new FlywayContestant(), new LiquibaseContestant());
    private final Results results = new Results(contestants);

    @Override
    public Table run(Arguments arguments) throws Exception {
        Race race = new Race(arguments.number("warm-ups", 1), arguments.number("rounds", 5));
        Revisions many = new Revisions(arguments.number("revisions", 300), arguments.number("statements", 3));
        Revisions fewer = new Revisions(arguments.number("slow-revisions", 200), many.statements());
        try (Server server = Server.start()) {
            apply(server, many, Duration.ZERO, race);
            apply(server, fewer, Duration.ofMillis(arguments.number("latency", 1)), race);
            tripsOfARevision(server, many.statements());
            nothingToDo(server, many, race);
            return new Table(results.columns(), results.rows(), note(server, race, many));
        }
    }

    private void apply(Server server, Revisions revisions, Duration latency, Race race) throws Exception {
        String where = latency.isZero() ? "loopback" : latency.toMillis() + " ms added to each round trip";
        String work = "apply " + revisions.count() + " small revisions, " + where;
        try (Course course = new Course(contestants, revisions)) {
            Track track = new Track(server, course);
            results.times(work, race.run(work, contestants, contestant -> track.apply(contestant, latency)));
        }
    }

    private void tripsOfARevision(Server server, int statements) throws Exception {
        List<String> counts = new ArrayList<>();
        try (Course ten = new Course(contestants, new Revisions(10, statements));
                Course thirty = new Course(contestants, new Revisions(30, statements))) {
            for (Contestant contestant : contestants) {
                int more = new Track(server, thirty).tripsToApply(contestant)
                        - new Track(server, ten).tripsToApply(contestant);
                counts.add(String.format(Locale.ROOT, "%.1f", more / 20.0));
            }
        }
        results.counts("round trips a revision of " + statements + " statements", counts);
    }

    private void nothingToDo(Server server, Revisions revisions, Race race) throws Exception {
        String work = "no-op start at " + revisions.count() + " revisions, fresh connection";
        Race longer = new Race(race.warmUps() * NO_OPS_A_ROUND, race.rounds() * NO_OPS_A_ROUND);
        List<String> counts = new ArrayList<>();
        try (Course course = new Course(contestants, revisions)) {
            Map<Contestant, TestDatabase> atHead = databasesAtHead(server, course);
            results.times(
                    work, longer.run(work, contestants, contestant -> course.time(contestant, of(atHead, contestant))));
            for (Contestant contestant : contestants) {
                counts.add("" + new Track(server, course).trips(contestant, of(atHead, contestant)));
            }
        }
        results.counts("… its round trips, with the handshake", counts);
    }

    private Map<Contestant, TestDatabase> databasesAtHead(Server server, Course course) throws Exception {
        Map<Contestant, TestDatabase> databases = new HashMap<>();
        for (Contestant contestant : contestants) {
            TestDatabase database = server.createDatabase();
            course.time(contestant, database);
            databases.put(contestant, database);
        }
        return databases;
    }

    private static TestDatabase of(Map<Contestant, TestDatabase> databases, Contestant contestant) {
        return Objects.requireNonNull(databases.get(contestant), contestant.name());
    }

    private static String note(Server server, Race race, Revisions revisions) {
        return "Medians of " + race.rounds() + " rounds after " + race.warmUps() + " to warm up; "
                + revisions.statements() + " statements a revision; PostgreSQL " + server.version() + ", "
                + Machine.describe() + ".";
    }
}
