package dev.athanor.migration.batch;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a statement in batches is.
 *
 * @param table the table that it walks
 * @param walked how many rows are behind it, in earlier runs and in this one
 * @param changed how many of those it has changed
 * @param estimatedRows how many rows the table had when this run began, as the planner guessed; 0 where it could not
 * @param walkedNow how many rows this run has walked
 * @param elapsed how long this run has walked, pauses included
 * @param batch the latest batch
 * @param finished whether that was the last one
 * @since 0.1.0
 */
public record BatchProgress(
        String table,
        long walked,
        long changed,
        long estimatedRows,
        long walkedNow,
        Duration elapsed,
        LatestBatch batch,
        boolean finished) {

    /**
     * One batch.
     *
     * @param rows how many rows it was to walk
     * @param changed how many it has changed
     * @param duration how long it took, its commit included
     */
    public record LatestBatch(long rows, long changed, Duration duration) {}

    /** Rows a second, in this run. */
    public double rate() {
        return walkedNow / Math.max(1e-3, elapsed.toNanos() / 1e9);
    }

    /** Returns how much of the table is behind it, from 0 to 1, where that can be guessed. */
    public OptionalDouble share() {
        if (finished) {
            return OptionalDouble.of(1);
        }
        return estimatedRows <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(0.999, (double) walked / estimatedRows));
    }

    /** Returns how long it will take from here on, where that can be guessed. */
    public Optional<Duration> timeLeft() {
        if (finished) {
            return Optional.of(Duration.ZERO);
        }
        return estimatedRows <= walked || rate() == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) ((estimatedRows - walked) / rate() * 1000)));
    }

    /** In one line: {@code users: 120,000 of about 1,000,000 rows (12 %), 119,000 changed, 25,000 rows/s, about 35 s left}. */
    @Override
    public String toString() {
        return Text.of(this);
    }

    /** Progress in words. */
    private static final class Text {

        private Text() {}

        static String of(BatchProgress progress) {
            String rows = progress.finished() || progress.estimatedRows() <= 0
                    ? number(progress.walked()) + " rows"
                    : number(progress.walked()) + " of about " + number(progress.estimatedRows()) + " rows ("
                            + (int) (progress.share().orElse(0) * 100) + " %)";
            return progress.table() + ": " + rows + ", " + number(progress.changed()) + " changed, "
                    + number(Math.round(progress.rate())) + " rows/s"
                    + (progress.finished() ? "" : left(progress));
        }

        private static String left(BatchProgress progress) {
            return progress.timeLeft()
                    .map(left -> ", about " + duration(left) + " left")
                    .orElse("");
        }

        private static String number(long value) {
            return String.format(Locale.ROOT, "%,d", value);
        }

        private static String duration(Duration duration) {
            long seconds = Math.max(1, duration.toSeconds());
            if (seconds < 100) {
                return seconds + " s";
            }
            return seconds < 6_000 ? seconds / 60 + " min" : seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
        }
    }
}
