package dev.athanor.migration.batch;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Describes the progress of a statement in batches.
 *
 * @param table the table that is processed
 * @param walked how many rows are done, in earlier runs and in this run
 * @param changed how many of those rows were changed
 * @param estimatedRows how many rows the planner estimated when this run began, or 0 if there was no estimate
 * @param walkedNow how many rows this run has processed
 * @param elapsed how long this run has taken, including pauses
 * @param batch the latest batch
 * @param finished whether the latest batch was the last one
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
     * Describes one batch.
     *
     * @param rows how many rows the batch was to process
     * @param changed how many rows the batch has changed
     * @param duration how long the batch took, including its commit
     */
    public record LatestBatch(long rows, long changed, Duration duration) {}

    /** Returns the number of rows per second in this run. */
    public double rate() {
        return walkedNow / Math.max(1e-3, elapsed.toNanos() / 1e9);
    }

    /** Returns the completed share of the table, from 0 to 1, or empty if there is no estimate. */
    public OptionalDouble share() {
        if (finished) {
            return OptionalDouble.of(1);
        }
        return estimatedRows <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(0.999, (double) walked / estimatedRows));
    }

    /** Returns the estimated time left, or empty if there is no estimate. */
    public Optional<Duration> timeLeft() {
        if (finished) {
            return Optional.of(Duration.ZERO);
        }
        return estimatedRows <= walked || rate() == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) ((estimatedRows - walked) / rate() * 1000)));
    }

    /**
     * Returns one line: {@code users: 120,000 of about 1,000,000 rows (12 %), 119,000 changed, 25,000 rows/s, about 35
     * s left}.
     */
    @Override
    public String toString() {
        return Text.of(this);
    }

    /** Formats the progress as text. */
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
