package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.DiffOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Defines how a database is compared with a wanted schema.
 *
 * @param options what is compared
 * @param schemas the further schemas that are compared, besides the one in which migrations run
 * @param shadow the server on which the wanted schema is created; if empty, the target itself
 * @param lockTimeout the maximum time to wait for a lock, during which other sessions may queue behind it
 * @since 0.1.0
 */
public record ComparisonSettings(
        DiffOptions options, List<String> schemas, Optional<DataSource> shadow, Duration lockTimeout) {

    public ComparisonSettings {
        schemas = List.copyOf(schemas);
    }

    /**
     * Returns the defaults: everything is compared except names that nobody chose, writers to tables with rows do not
     * wait, one schema, the target itself as the server, and a lock timeout of three seconds.
     */
    public static ComparisonSettings defaults() {
        return new ComparisonSettings(
                DiffOptions.EXACT.withNames(DiffOptions.ComparedNames.CHOSEN).withLocks(DiffOptions.Locks.AVOIDED),
                List.of(),
                Optional.empty(),
                Duration.ofSeconds(3));
    }

    /** Returns a copy with other options. */
    public ComparisonSettings withOptions(DiffOptions other) {
        return new ComparisonSettings(other, schemas, shadow, lockTimeout);
    }

    /** Returns a copy with other further schemas. */
    public ComparisonSettings withSchemas(String... others) {
        return new ComparisonSettings(options, List.of(others), shadow, lockTimeout);
    }

    /** Returns a copy with another server for the wanted schema. */
    public ComparisonSettings withShadow(DataSource server) {
        return new ComparisonSettings(options, schemas, Optional.of(server), lockTimeout);
    }

    /** Returns a copy with another lock timeout. */
    public ComparisonSettings withLockTimeout(Duration other) {
        return new ComparisonSettings(options, schemas, shadow, other);
    }
}
