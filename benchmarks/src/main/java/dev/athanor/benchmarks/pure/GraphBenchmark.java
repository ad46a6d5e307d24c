package dev.athanor.benchmarks.pure;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.MigrationRequest;
import dev.athanor.migration.plan.Planner;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The graph of 10,000 revisions, and a plan through all of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class GraphBenchmark {

    private static final int REVISIONS = 10_000;

    private List<Revision> revisions = List.of();
    private Planner planner = new Planner(ScriptDirectory.of(List.of()));

    /** Generates both. */
    @Setup
    public void generate() {
        revisions = Generated.ladder(REVISIONS);
        planner = new Planner(ScriptDirectory.parse(Generated.files(REVISIONS), Placeholders.none()));
    }

    /** Assembles forks and merges. */
    @Benchmark
    public RevisionGraph assemble() {
        return RevisionGraph.of(revisions);
    }

    /** Plans from base to heads. */
    @Benchmark
    public MigrationPlan plan() {
        return planner.plan(CurrentHeads.NONE, MigrationRequest.upgrade("heads"));
    }
}
