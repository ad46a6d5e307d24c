package dev.athanor.benchmarks.start;

import dev.athanor.benchmarks.Arguments;
import dev.athanor.benchmarks.Benchmark;
import dev.athanor.benchmarks.Server;
import dev.athanor.benchmarks.contest.Revisions;
import dev.athanor.benchmarks.report.Machine;
import dev.athanor.benchmarks.report.Samples;
import dev.athanor.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;

/** Starts of an application at head, each in a JVM of its own: without migrations, with our starter, with Flyway's. */
public final class StartUp implements Benchmark {

    @Override
    public Table run(Arguments arguments) throws Exception {
        int rounds = arguments.number("starts", 7);
        Revisions revisions = new Revisions(arguments.number("start-revisions", 100), 3);
        List<Starts> all = new ArrayList<>();
        try (Server server = Server.start()) {
            for (Variant variant : Variant.values()) {
                all.add(Starts.prepare(variant, server, revisions));
            }
            for (int round = 1; round <= rounds; round++) {
                System.err.println("start-up: round " + round + " of " + rounds);
                for (Starts starts : all) {
                    starts.again();
                }
            }
        }
        return new Table(List.of("application", "ready after", "its share"), rows(all), note(rounds, revisions));
    }

    private static List<List<String>> rows(List<Starts> all) {
        double without = all.get(0).samples().medianMillis();
        List<List<String>> rows = new ArrayList<>();
        for (Starts starts : all) {
            double millis = starts.samples().medianMillis();
            String share = starts.variant() == Variant.NONE ? "" : Samples.millis(millis - without);
            rows.add(List.of(starts.variant().words(), Samples.millis(millis), share));
        }
        return rows;
    }

    private static String note(int rounds, Revisions revisions) {
        return "From the start of the JVM until the application is ready, at head of " + revisions.count()
                + " revisions; a JVM a start, with only that starter on the class path; medians of " + rounds + "; "
                + Machine.describe() + ".";
    }
}
