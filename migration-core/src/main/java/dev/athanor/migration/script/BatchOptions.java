package dev.athanor.migration.script;

import dev.athanor.migration.operation.Batch;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.sql.RangedStatement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of a section that walks a table: {@code batch=5000 key=id}.
 *
 * @param size how many rows a batch walks
 * @param key the column in whose order they are walked
 * @param alias what the statement calls the table, where it places the range itself
 * @param table the table, where it cannot be read from the statement
 * @param pause how long to rest after each batch
 * @param target how long a batch should take
 */
record BatchOptions(
        int size,
        String key,
        @Nullable String alias,
        @Nullable QualifiedName table,
        Duration pause,
        @Nullable Duration target) {

    /** The batch of a statement; null where it is not said which table is walked. */
    @Nullable Batch of(RangedStatement statement) {
        RangedStatement.Walked walked = statement.walked();
        QualifiedName walkedTable = walked == null ? table : walked.table();
        return walkedTable == null ? null : new Batch(walkedTable, key, alias, size, statement.sql(), pause, target);
    }
}
