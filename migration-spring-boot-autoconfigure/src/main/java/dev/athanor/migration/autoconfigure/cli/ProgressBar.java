package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.batch.BatchProgress;
import java.util.Locale;

/** Shows how far a run or a statement in batches is, short enough to stay on one line of a terminal. */
final class ProgressBar {

    private static final int WIDTH = 20;

    private ProgressBar() {}

    /** Returns a bar if the end can be estimated, and the number of rows otherwise. */
    static String of(BatchProgress progress) {
        String rate = String.format(Locale.ROOT, "%,d rows/s", Math.round(progress.rate()));
        if (progress.share().isEmpty()) {
            return String.format(Locale.ROOT, "%,d rows, %s", progress.walked(), rate);
        }
        double share = progress.share().getAsDouble();
        String left = progress.timeLeft()
                .filter(time -> !time.isZero())
                .map(time -> ", ~" + Math.max(1, time.toSeconds()) + " s left")
                .orElse("");
        return bar(share) + " " + (int) (share * 100) + " %, " + rate + left;
    }

    /** Returns a bar for the steps of a run. */
    static String of(int done, int steps) {
        return bar(steps == 0 ? 1 : (double) done / steps);
    }

    private static String bar(double share) {
        int full = (int) Math.round(share * WIDTH);
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]";
    }
}
