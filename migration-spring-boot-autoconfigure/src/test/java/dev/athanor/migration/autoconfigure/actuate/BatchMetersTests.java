package dev.athanor.migration.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.batch.BatchProgress;
import dev.athanor.migration.batch.BatchProgress.LatestBatch;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.plan.Step;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BatchMetersTests {

    @Test
    void batchesAreTimedAndTheirRowsCounted() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        BatchMeters meters = new BatchMeters(work -> work.accept(registry));
        Step step = new Step.Stamp(
                List.of(new RevisionId("a1")),
                List.of(),
                CurrentHeads.of(List.of()),
                CurrentHeads.of(List.of(new RevisionId("a1"))));

        meters.batchFinished(step, progress(5_000, 4_000));
        meters.batchFinished(step, progress(10_000, 100));

        assertThat(registry.get("migration.batch")
                        .tags("revision", "a1", "table", "t")
                        .timer())
                .satisfies(timer -> assertThat(timer.count()).isEqualTo(2))
                .satisfies(timer ->
                        assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(400));
        assertThat(registry.get("migration.batch.rows").counter().count()).isEqualTo(4_100);
    }

    private static BatchProgress progress(long walked, long changed) {
        LatestBatch batch = new LatestBatch(5_000, changed, Duration.ofMillis(200));
        return new BatchProgress("t", walked, changed, 0, walked, Duration.ofSeconds(1), batch, false);
    }
}
