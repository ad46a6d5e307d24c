package dev.athanor.benchmarks.pure;

import dev.athanor.migration.script.Checksum;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** 5,000 scripts that are in memory already. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ScriptBenchmark {

    private static final int SCRIPTS = 5_000;

    private List<ScriptFile> files = List.of();

    /** Generates them. */
    @Setup
    public void generate() {
        files = Generated.files(SCRIPTS);
    }

    /** Parses all, and assembles their graph. */
    @Benchmark
    public ScriptDirectory parse() {
        return ScriptDirectory.parse(files, Placeholders.none());
    }

    /** The checksums alone. */
    @Benchmark
    public void checksum(Blackhole blackhole) {
        for (ScriptFile file : files) {
            blackhole.consume(Checksum.of(file.text()));
        }
    }
}
