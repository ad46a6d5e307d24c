package dev.athanor.migration.directive;

import dev.athanor.migration.schema.QualifiedName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Describes how a statement walks a table; {@link #sql} ends the description.
 *
 * @since 0.1.0
 */
public final class BatchBuilder {

    private final QualifiedName table;
    private final String key;
    private final @Nullable String alias;
    private final int size;
    private final Duration pause;
    private final @Nullable Duration target;

    BatchBuilder(
            QualifiedName table,
            String key,
            @Nullable String alias,
            int size,
            Duration pause,
            @Nullable Duration target) {
        this.table = table;
        this.key = key;
        this.alias = alias;
        this.size = size;
        this.pause = pause;
        this.target = target;
    }

    /** Sets the column in whose order the table is walked. It must be unique, not null and ordered. */
    public BatchBuilder key(String column) {
        return new BatchBuilder(table, column, alias, size, pause, target);
    }

    /** Sets the name that the statement uses for the walked table, if the statement places {@code :batch} itself. */
    public BatchBuilder as(String name) {
        return new BatchBuilder(table, key, name, size, pause, target);
    }

    /** Sets the largest number of rows in a batch. */
    public BatchBuilder size(int rows) {
        return new BatchBuilder(table, key, alias, rows, pause, target);
    }

    /** Sets the pause after each batch. */
    public BatchBuilder pausing(Duration rest) {
        return new BatchBuilder(table, key, alias, size, rest, target);
    }

    /** Sets the duration that a batch should take; the size is adapted to it. */
    public BatchBuilder taking(Duration duration) {
        return new BatchBuilder(table, key, alias, size, pause, duration);
    }

    /** Sets the statement that runs for each batch, and ends the description. */
    public Batch sql(String statement) {
        return new Batch(table, key, alias, size, statement, pause, target);
    }
}
