package dev.athanor.migration.operation;

import dev.athanor.migration.schema.QualifiedName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a table is walked; {@link #sql} ends it.
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

    /** The column in whose order it is walked: unique, not null, ordered. */
    public BatchBuilder key(String column) {
        return new BatchBuilder(table, column, alias, size, pause, target);
    }

    /** What the statement calls the walked table, where it places {@code :batch} itself. */
    public BatchBuilder as(String name) {
        return new BatchBuilder(table, key, name, size, pause, target);
    }

    /** How many rows a batch walks, at most. */
    public BatchBuilder size(int rows) {
        return new BatchBuilder(table, key, alias, rows, pause, target);
    }

    /** How long to rest after each batch. */
    public BatchBuilder pausing(Duration rest) {
        return new BatchBuilder(table, key, alias, size, rest, target);
    }

    /** How long a batch should take: the size is adapted. */
    public BatchBuilder taking(Duration duration) {
        return new BatchBuilder(table, key, alias, size, pause, duration);
    }

    /** The statement that is carried out for each batch. */
    public Batch sql(String statement) {
        return new Batch(table, key, alias, size, statement, pause, target);
    }
}
