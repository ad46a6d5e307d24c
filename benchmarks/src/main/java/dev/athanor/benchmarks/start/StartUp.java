package dev.athanor.benchmarks.start;

import dev.athanor.benchmarks.Arguments;
import dev.athanor.benchmarks.Benchmark;
import dev.athanor.benchmarks.Server;
import dev.athanor.benchmarks.contest.Formats;
import dev.athanor.benchmarks.contest.Revisions;
import dev.athanor.benchmarks.report.Machine;
import dev.athanor.benchmarks.report.Samples;
import dev.athanor.benchmarks.report.Table;
import dev.athanor.migration.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Starts of an application at head, each in a JVM of its own: without migrations, with our starter, with Flyway's. */
public final class StartUp implements Benchmark {

    private final Map<Variant, Samples> samples = new EnumMap<>(Variant.class);

    @Override
    public Table run(Arguments arguments) throws Exception {
        int rounds = arguments.number("starts", 7);
        Revisions revisions = new Revisions(arguments.number("start-revisions", 100), 3);
        try (Server server = Server.start()) {
            Map<Variant, TestDatabase> databases = new EnumMap<>(Variant.class);
            Map<Variant, Path> folders = folders(revisions);
            for (Variant variant : Variant.values()) {
                databases.put(variant, server.createDatabase());
                samples.put(variant, new Samples());
                variant.start(databases.get(variant), folders.get(variant));
            }
            for (int round = 0; round < rounds; round++) {
                System.err.println("start-up: round " + (round + 1) + " of " + rounds);
                for (Variant variant : Variant.values()) {
                    samples.get(variant).add(variant.start(databases.get(variant), folders.get(variant)));
                }
            }
        }
        return new Table(List.of("application", "ready after", "its share"), rows(), note(rounds, revisions));
    }

    private static Map<Variant, Path> folders(Revisions revisions) throws Exception {
        Map<Variant, Path> folders = new EnumMap<>(Variant.class);
        for (Variant variant : Variant.values()) {
            folders.put(variant, Files.createTempDirectory("benchmarks"));
        }
        Formats.athanor(revisions, folders.get(Variant.ATHANOR));
        Formats.flyway(revisions, folders.get(Variant.FLYWAY));
        return folders;
    }

    private List<List<String>> rows() {
        double without = samples.get(Variant.NONE).medianMillis();
        List<List<String>> rows = new ArrayList<>();
        samples.forEach((variant, measured) -> {
            double millis = measured.medianMillis();
            String share = variant == Variant.NONE ? "" : Samples.millis(millis - without);
            rows.add(List.of(variant.words(), Samples.millis(millis), share));
        });
        return rows;
    }

    private static String note(int rounds, Revisions revisions) {
        return "From the start of the JVM until the application is ready, at head of " + revisions.count()
                + " revisions; a JVM a start, with only that starter on the class path; medians of " + rounds + "; "
                + Machine.describe() + ".";
    }
}
