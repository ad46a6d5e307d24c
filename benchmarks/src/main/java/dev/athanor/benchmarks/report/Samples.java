package dev.athanor.benchmarks.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Durations of the same work, in no order. */
public final class Samples {

    private final List<Duration> durations = new ArrayList<>();

    /** Adds one. */
    public void add(Duration duration) {
        durations.add(duration);
    }

    /** Milliseconds, as a child prints them. */
    public static Duration duration(String millis) {
        return Duration.ofNanos(Math.round(Double.parseDouble(millis) * 1e6));
    }

    /** The middle one; of an even number, the mean of the middle two. */
    public double medianMillis() {
        double[] sorted =
                durations.stream().mapToDouble(d -> d.toNanos() / 1e6).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** A number of milliseconds as people read it. */
    public static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 100 ? "%,.1f ms" : "%,.0f ms", millis);
    }

    /** A ratio as people read it. */
    public static String ratio(double value, double floor) {
        return String.format(Locale.ROOT, "%.2f x", value / floor);
    }
}
