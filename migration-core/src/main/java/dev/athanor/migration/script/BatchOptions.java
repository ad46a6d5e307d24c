package dev.athanor.migration.script;

import dev.athanor.migration.directive.Batch;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.sql.RangedStatement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Holds the options of a section that walks a table in batches: {@code batch=5000 key=id}.
 *
 * @param size the number of rows per batch
 * @param key the column that orders the walk
 * @param alias the statement's alias for the table, if the key is written with one; otherwise null
 * @param table the table, for a statement from which it cannot be read; otherwise null
 * @param pause the time to rest after each batch
 * @param target the time that a batch should take; null if none is given
 */
record BatchOptions(
        int size,
        String key,
        @Nullable String alias,
        @Nullable QualifiedName table,
        Duration pause,
        @Nullable Duration target) {

    /**
     * Returns the batch of a statement, or {@code null} if neither the statement nor the options name the table to
     * walk.
     */
    @Nullable Batch of(RangedStatement statement) {
        RangedStatement.Walked walked = statement.walked();
        QualifiedName walkedTable = walked == null ? table : walked.table();
        return walkedTable == null ? null : new Batch(walkedTable, key, alias, size, statement.sql(), pause, target);
    }
}
