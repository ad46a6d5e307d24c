package dev.athanor.migration.directive;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.QualifiedName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Represents a statement for the rows of a large table, which runs on one part of the rows at a time, in the order of
 * a key.
 *
 * @param table the table that is walked
 * @param key a column of it that is unique, not null and ordered
 * @param alias the name of that table in the statement, if the statement places the range itself; null if no other
 *     table has such a
 *     column
 * @param size the largest number of rows in a batch; of the first batch if the size is adapted
 * @param sql the statement: {@code UPDATE} or {@code DELETE} of the table, into which the engine puts the range of each
 *     batch; or any of {@code INSERT}, {@code UPDATE} and {@code DELETE} that has {@code :batch} as a condition
 * @param pause the pause after each batch
 * @param target the duration that a batch should take, to which the size is adapted; null for a fixed size
 * @since 0.1.0
 */
public record Batch(
        QualifiedName table,
        String key,
        @Nullable String alias,
        int size,
        String sql,
        Duration pause,
        @Nullable Duration target) {

    /** Sets the number of rows per batch if none is given. */
    public static final int DEFAULT_SIZE = 5_000;

    public Batch {
        if (size < 1) {
            throw new MigrationException(
                    "A batch of " + table + " is to walk " + size + " rows.", "Give it a size of 1 or more.");
        }
        if (pause.isNegative() || target != null && (target.isNegative() || target.isZero())) {
            throw new MigrationException(
                    "A batch of " + table + " is to rest for " + pause + ", and to take " + target + ".",
                    "Give it durations above zero.");
        }
    }

    /** Walks a table of the schema that migrations run in, by its column {@code id}, 5,000 rows at a time. */
    public static BatchBuilder of(String table) {
        return of(QualifiedName.of(table));
    }

    /** Walks a table by its column {@code id}, 5,000 rows at a time. */
    public static BatchBuilder of(QualifiedName table) {
        return new BatchBuilder(table, "id", null, DEFAULT_SIZE, Duration.ZERO, null);
    }
}
