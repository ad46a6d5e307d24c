package dev.athanor.migration.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.batch.BatchProgress.LatestBatch;
import dev.athanor.migration.directive.Batch;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchProgressTests {

    private static final LatestBatch LATEST = new LatestBatch(5_000, 4_000, Duration.ofMillis(200));

    @Test
    void whatIsGuessedIsSaidToBe() {
        assertThat(progress(120_000, 1_000_000, false))
                .hasToString(
                        "t: 120,000 of about 1,000,000 rows (12 %), 60,000 changed, 30,000 rows/s, about 29 s left");
        assertThat(progress(120_000, 100_000_000, false))
                .hasToString(
                        "t: 120,000 of about 100,000,000 rows (0 %), 60,000 changed, 30,000 rows/s, about 55 min left");
        assertThat(progress(120_000, 1_000_000_000, false).toString()).endsWith(", about 9 h 15 min left");
    }

    @Test
    void whatCannotBeGuessedIsLeftOut() {
        assertThat(progress(120_000, 0, false)).hasToString("t: 120,000 rows, 60,000 changed, 30,000 rows/s");
        assertThat(progress(120_000, 100_000, false))
                .hasToString("t: 120,000 of about 100,000 rows (99 %), 60,000 changed, 30,000 rows/s");
        assertThat(progress(120_000, 1_000_000, true)).hasToString("t: 120,000 rows, 60,000 changed, 30,000 rows/s");
    }

    @Test
    void theSizeFollowsTheTimeThatABatchShouldTake() {
        BatchRunner.Pace pace = new BatchRunner.Pace(
                Batch.of("t").size(1_000).taking(Duration.ofMillis(500)).sql("DELETE FROM t"));

        pace.took(Duration.ofMillis(400));
        assertThat(pace.size()).isEqualTo(1_250);
        pace.took(Duration.ofMillis(1));
        assertThat(pace.size()).isEqualTo(2_500);
        pace.took(Duration.ofSeconds(60));
        assertThat(pace.size()).isEqualTo(1_250);
        for (int batch = 0; batch < 30; batch++) {
            pace.took(Duration.ofSeconds(60));
        }
        assertThat(pace.size()).isEqualTo(1);
    }

    @Test
    void withoutATimeTheSizeStays() {
        BatchRunner.Pace pace = new BatchRunner.Pace(Batch.of("t").size(1_000).sql("DELETE FROM t"));

        pace.took(Duration.ofMillis(1));

        assertThat(pace.size()).isEqualTo(1_000);
    }

    private static BatchProgress progress(long walked, long estimated, boolean finished) {
        return new BatchProgress("t", walked, walked / 2, estimated, walked, Duration.ofSeconds(4), LATEST, finished);
    }
}
