package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.DiffOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Defines how a database is compared with a wanted schema.
 *
 * @param options what counts
 * @param tools whether tables of other tools are compared although nothing wants them
 * @param schemas further schemas that are compared, besides the one that migrations run in
 * @param shadow the server that the wanted schema is made on; without, the target itself
 * @param lockTimeout how long to wait for a lock, and traffic behind it
 * @since 0.1.0
 */
public record ComparisonSettings(
        DiffOptions options,
        ToolTables.Mode tools,
        List<String> schemas,
        Optional<DataSource> shadow,
        Duration lockTimeout) {

    public ComparisonSettings {
        schemas = List.copyOf(schemas);
    }

    /**
     * Returns the defaults: everything is compared except names that nobody chose and tables of other tools, writers
     * to tables with rows do not wait, one schema, the target itself as the server, and a lock timeout of three
     * seconds.
     */
    public static ComparisonSettings defaults() {
        return new ComparisonSettings(
                DiffOptions.EXACT.withNames(DiffOptions.ComparedNames.CHOSEN).withLocks(DiffOptions.Locks.AVOIDED),
                ToolTables.Mode.LEFT_OUT,
                List.of(),
                Optional.empty(),
                Duration.ofSeconds(3));
    }

    /** Returns a copy with other options. */
    public ComparisonSettings withOptions(DiffOptions other) {
        return new ComparisonSettings(other, tools, schemas, shadow, lockTimeout);
    }

    /** Returns a copy that compares tables of other tools, or leaves them out. */
    public ComparisonSettings withTools(ToolTables.Mode other) {
        return new ComparisonSettings(options, other, schemas, shadow, lockTimeout);
    }

    /** Returns a copy with other further schemas. */
    public ComparisonSettings withSchemas(String... others) {
        return new ComparisonSettings(options, tools, List.of(others), shadow, lockTimeout);
    }

    /** Returns a copy with another server for the wanted schema. */
    public ComparisonSettings withShadow(DataSource server) {
        return new ComparisonSettings(options, tools, schemas, Optional.of(server), lockTimeout);
    }

    /** Returns a copy with another lock timeout. */
    public ComparisonSettings withLockTimeout(Duration other) {
        return new ComparisonSettings(options, tools, schemas, shadow, other);
    }
}
