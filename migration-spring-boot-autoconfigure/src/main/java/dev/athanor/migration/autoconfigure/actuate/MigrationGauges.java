package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.status.MigrationStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** Gauges {@code migration.pending} (revisions) and {@code migration.at.head} (1 or 0), one a database. */
final class MigrationGauges implements MeterBinder {

    private final StatusCache cache;

    MigrationGauges(StatusCache cache) {
        this.cache = cache;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        cache.migrations().map(Migrations::name).forEach(name -> bind(registry, name));
    }

    private void bind(MeterRegistry registry, String database) {
        gauge("migration.pending", database, status -> status.pending().size())
                .baseUnit("revisions")
                .description("Revisions that are waiting to be applied")
                .register(registry);
        gauge("migration.at.head", database, status -> status.state().migrated() ? 1 : 0)
                .description("1 where the schema is at head or ahead of it, otherwise 0")
                .register(registry);
    }

    private Gauge.Builder<StatusCache> gauge(String name, String database, ToDoubleFunction<MigrationStatus> value) {
        return Gauge.builder(name, cache, statuses -> statuses.statuses().stream()
                        .filter(status -> status.database().equals(database))
                        .mapToDouble(value)
                        .findFirst()
                        .orElse(Double.NaN))
                .tag("database", database);
    }
}
