package dev.athanor.migration.autoconfigure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.batch.BatchProgress;
import dev.athanor.migration.batch.BatchProgress.LatestBatch;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressBarTests {

    @Test
    void theBarGrowsWithTheShareOfTheTable() {
        assertThat(ProgressBar.of(progress(120_000, 1_000_000, false)))
                .isEqualTo("[##..................] 12 %, 30,000 rows/s, ~29 s left");
        assertThat(ProgressBar.of(progress(1_200_000, 1_000_000, false)))
                .isEqualTo("[####################] 99 %, 300,000 rows/s");
        assertThat(ProgressBar.of(progress(1_000_000, 1_000_000, true)))
                .isEqualTo("[####################] 100 %, 250,000 rows/s");
    }

    @Test
    void thereIsNoBarWhereTheEndCannotBeGuessed() {
        assertThat(ProgressBar.of(progress(120_000, 0, false))).isEqualTo("120,000 rows, 30,000 rows/s");
    }

    @Test
    void theBarOfARunGrowsWithItsSteps() {
        assertThat(ProgressBar.of(0, 4)).isEqualTo("[....................]");
        assertThat(ProgressBar.of(3, 4)).isEqualTo("[###############.....]");
        assertThat(ProgressBar.of(4, 4)).isEqualTo("[####################]");
    }

    @Test
    void aLineStaysOnTheLineOfTheTerminal() {
        assertThat(Ticker.fitting("[1/2] upgrade a1 (create notes)", " ... 3 s", 80))
                .isEqualTo("[1/2] upgrade a1 (create notes) ... 3 s");
        assertThat(Ticker.fitting("[1/2] upgrade a1 (create notes)", " ... 3 s", 30))
                .isEqualTo("[1/2] upgrade a1 (cre ... 3 s");
        assertThat(Ticker.fitting("[1/2]", " ... 3 s", 5)).isEqualTo(" ...");
    }

    private static BatchProgress progress(long walked, long estimated, boolean finished) {
        LatestBatch batch = new LatestBatch(5_000, 4_000, Duration.ofMillis(200));
        return new BatchProgress("t", walked, walked, estimated, walked, Duration.ofSeconds(4), batch, finished);
    }
}
