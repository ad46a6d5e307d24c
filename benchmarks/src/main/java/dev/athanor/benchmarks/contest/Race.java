package dev.athanor.benchmarks.contest;

import dev.athanor.benchmarks.report.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets contestants take turns, each round beginning with another one.
 *
 * @param warmUps rounds that do not count
 * @param rounds rounds that do
 */
record Race(int warmUps, int rounds) {

    /** One contestant's turn. */
    interface Turn {
        Duration of(Contestant contestant) throws Exception;
    }

    Map<Contestant, Samples> run(String name, List<Contestant> contestants, Turn turn) throws Exception {
        System.err.println(name + ": " + warmUps + " rounds to warm up, then " + rounds + " …");
        Map<Contestant, Samples> samples = new LinkedHashMap<>();
        List<Contestant> order = new ArrayList<>(contestants);
        for (int round = -warmUps; round < rounds; round++) {
            for (Contestant contestant : order) {
                Duration duration = turn.of(contestant);
                if (round >= 0) {
                    samples.computeIfAbsent(contestant, key -> new Samples()).add(duration);
                }
            }
            Collections.rotate(order, 1);
        }
        return samples;
    }
}
