package dev.athanor.benchmarks.contest;

import dev.athanor.benchmarks.report.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** Rows of the table: the floor in its own unit, all others as ratios to it. */
final class Results {

    private final List<Contestant> contestants;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param contestants the floor first */
    Results(List<Contestant> contestants) {
        this.contestants = contestants;
    }

    void times(String work, Map<Contestant, Samples> samples) {
        ToDoubleFunction<Contestant> median =
                c -> Objects.requireNonNull(samples.get(c)).medianMillis();
        double floor = median.applyAsDouble(contestants.get(0));
        List<String> row = new ArrayList<>(List.of(work, Samples.millis(floor)));
        for (Contestant other : contestants.subList(1, contestants.size())) {
            double value = median.applyAsDouble(other);
            row.add(Samples.ratio(value, floor) + " (" + Samples.millis(value) + ")");
        }
        rows.add(row);
    }

    void counts(String work, List<String> counts) {
        List<String> row = new ArrayList<>(List.of(work));
        row.addAll(counts);
        rows.add(row);
    }

    List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("work"));
        contestants.forEach(contestant -> columns.add(contestant.name()));
        return columns;
    }

    List<List<String>> rows() {
        return rows;
    }
}
