package dev.athanor.benchmarks.pure;

import dev.athanor.benchmarks.Arguments;
import dev.athanor.benchmarks.Benchmark;
import dev.athanor.benchmarks.report.Machine;
import dev.athanor.benchmarks.report.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the JMH benchmarks, briefly unless asked otherwise. */
public final class PureParts implements Benchmark {

    private static final Map<String, String> WORDS = words();

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("GraphBenchmark.assemble", "assemble the graph of 10,000 revisions");
        words.put("GraphBenchmark.plan", "plan 10,000 revisions, base to heads");
        words.put("ScriptBenchmark.parse", "parse 5,000 scripts and assemble their graph");
        words.put("ScriptBenchmark.checksum", "checksums of 5,000 scripts");
        words.put("LexerBenchmark.tokens", "read tokens");
        words.put("LexerBenchmark.statements", "tell statements apart");
        return words;
    }

    @Override
    public Table run(Arguments arguments) throws Exception {
        Options options = new OptionsBuilder()
                .include(PureParts.class.getPackageName() + ".*Benchmark")
                .forks(arguments.number("forks", 1))
                .warmupIterations(arguments.number("warm-up-iterations", 3))
                .measurementIterations(arguments.number("iterations", 5))
                .warmupTime(TimeValue.seconds(1))
                .measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend("-Xmx1g")
                .verbosity(VerboseMode.SILENT)
                .build();
        System.err.println("pure parts: JMH, about a minute …");
        Collection<RunResult> results = new Runner(options).run();
        List<List<String>> rows =
                WORDS.keySet().stream().map(name -> row(name, results)).toList();
        return new Table(List.of("work", "result"), rows, "JMH; " + Machine.describe() + ".");
    }

    private static List<String> row(String name, Collection<RunResult> results) {
        Result<?> result = results.stream()
                .filter(run -> run.getParams().getBenchmark().endsWith("." + name))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult();
        String unit = result.getScoreUnit().startsWith("ms") ? "ms" : "MB/s";
        String score = String.format(Locale.ROOT, "%,.1f ± %,.1f %s", result.getScore(), result.getScoreError(), unit);
        return List.of(WORDS.getOrDefault(name, name), score);
    }
}
