package dev.athanor.migration.operation;

import dev.athanor.migration.schema.QualifiedName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A statement for the rows of a large table, a part of them at a time, in the order of a key.
 *
 * @param table the table that is walked
 * @param key a column of it that is unique, not null and ordered
 * @param size how many rows a batch walks, at most
 * @param sql the statement: {@code UPDATE} or {@code DELETE} of the table, restricted to each batch by the engine
 * @param pause how long to rest after each batch
 * @param target how long a batch should take: the size is adapted; null for a fixed size
 */
public record Batch(
        QualifiedName table,
        String key,
        int size,
        String sql,
        Duration pause,
        @Nullable Duration target) {}
