package dev.athanor.migration.runner;

import java.time.Duration;
import java.util.Locale;

/** Progress in words. */
final class BatchProgressText {

    private BatchProgressText() {}

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
