package dev.athanor.benchmarks;

import dev.athanor.benchmarks.batch.Batches;
import dev.athanor.benchmarks.child.Children;
import dev.athanor.benchmarks.contest.Contest;
import dev.athanor.benchmarks.lint.Lint;
import dev.athanor.benchmarks.proof.Proofs;
import dev.athanor.benchmarks.pure.PureParts;
import dev.athanor.benchmarks.report.PerformancePage;
import dev.athanor.benchmarks.report.Table;
import dev.athanor.benchmarks.start.StartUp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Runs the parts that are asked for, prints their tables, and with {@code --write} keeps them. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Parts and options, as the module's README lists them. */
    public static void main(String... words) throws Exception {
        Arguments arguments = Arguments.parse(words);
        for (Map.Entry<String, Benchmark> part : parts().entrySet()) {
            if (arguments.wants(part.getKey())) {
                run(part.getKey(), part.getValue(), arguments);
            }
        }
    }

    private static Map<String, Benchmark> parts() {
        Map<String, Benchmark> parts = new LinkedHashMap<>();
        parts.put("contest", new Contest());
        parts.put("start", new StartUp());
        parts.put("children", new Children());
        parts.put("batch", new Batches());
        parts.put("proof", new Proofs());
        parts.put("lint", new Lint());
        parts.put("pure", new PureParts());
        return parts;
    }

    private static void run(String name, Benchmark benchmark, Arguments arguments) throws Exception {
        Optional<PerformancePage> page = arguments.page().map(PerformancePage::new);
        if (page.isPresent()) {
            page.get().check(name);
        }
        Table table = benchmark.run(arguments);
        System.out.println("\n" + table.markdown());
        if (page.isPresent()) {
            page.get().put(name, table);
        }
    }
}
