package dev.athanor.migration.directive;

import dev.athanor.migration.operation.DataOperation.BulkDelete;
import dev.athanor.migration.operation.DataOperation.BulkInsert;
import dev.athanor.migration.operation.DataOperation.Execute;
import dev.athanor.migration.operation.Rows;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Directives for rows, and for statements in SQL.
 *
 * @since 0.1.0
 */
public interface DataDirectives extends DirectiveSink {

    /**
     * Issues a statement without a reverse. Values take the place of {@code ?}; if there are values, the operator is
     * written {@code ??}.
     */
    default void execute(String sql, @Nullable Object... parameters) {
        execute(Execute.sql(sql, parameters));
    }

    /** Issues a statement with its reverse: {@code op.execute(Execute.sql("…").undoneBy("…"))}. */
    default void execute(Execute statement) {
        invoke(statement);
    }

    /** Issues {@code INSERT} for rows, each a map from column to value; it has no reverse. */
    default void bulkInsert(String table, List<? extends Map<String, ?>> rows) {
        bulkInsert(table, List.of(), rows);
    }

    /**
     * Issues {@code INSERT} for rows, each a map from column to value; the reverse deletes the rows by the key columns.
     */
    default void bulkInsert(String table, List<String> key, List<? extends Map<String, ?>> rows) {
        invoke(new BulkInsert(Rows.of(named(table), key, rows)));
    }

    /**
     * Issues {@code DELETE} for rows, each a map from column to value, by the key columns; the reverse inserts the
     * rows.
     */
    default void bulkDelete(String table, List<String> key, List<? extends Map<String, ?>> rows) {
        invoke(new BulkDelete(Rows.of(named(table), key, rows)));
    }

    /**
     * Issues {@code INSERT} for rows, each a list of values in the order of the columns; without a key it has no
     * reverse.
     */
    default void bulkInsert(String table, List<String> columns, List<String> key, List<? extends List<?>> rows) {
        invoke(new BulkInsert(Rows.of(named(table), columns, key, rows)));
    }

    /**
     * Issues {@code DELETE} for rows, each a list of values in the order of the columns, by the key columns; the
     * reverse inserts the rows.
     */
    default void bulkDelete(String table, List<String> columns, List<String> key, List<? extends List<?>> rows) {
        invoke(new BulkDelete(Rows.of(named(table), columns, key, rows)));
    }
}
