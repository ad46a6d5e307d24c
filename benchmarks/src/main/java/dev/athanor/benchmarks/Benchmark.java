package dev.athanor.benchmarks;

import dev.athanor.benchmarks.report.Table;

/** One part of the benchmarks. */
@FunctionalInterface
public interface Benchmark {

    /** Measures, and tells what was found. */
    Table run(Arguments arguments) throws Exception;
}
