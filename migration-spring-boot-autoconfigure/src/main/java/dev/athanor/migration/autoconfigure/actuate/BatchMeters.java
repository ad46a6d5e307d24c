package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.batch.BatchProgress;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.runner.RunListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Records the timer {@code migration.batch} and the counter {@code migration.batch.rows} (changed rows), by revision
 * and table.
 */
final class BatchMeters implements RunListener {

    private final Consumer<Consumer<MeterRegistry>> registries;

    /**
     * @param registries calls its argument with each registry that exists by then
     */
    BatchMeters(Consumer<Consumer<MeterRegistry>> registries) {
        this.registries = registries;
    }

    @Override
    public void batchFinished(Step step, BatchProgress progress) {
        registries.accept(registry -> count(registry, tags(step, progress), progress.batch()));
    }

    private static void count(MeterRegistry registry, Tags tags, BatchProgress.LatestBatch batch) {
        Timer.builder("migration.batch")
                .description("Batches of statements that walk a large table")
                .tags(tags)
                .register(registry)
                .record(batch.duration());
        Counter.builder("migration.batch.rows")
                .description("Rows that those batches have changed")
                .baseUnit("rows")
                .tags(tags)
                .register(registry)
                .increment(batch.changed());
    }

    private static Tags tags(Step step, BatchProgress progress) {
        String revision = step.revisions().stream().map(Object::toString).collect(Collectors.joining(","));
        return Tags.of("revision", revision, "table", progress.table());
    }
}
