package dev.athanor.migration.operation;

import dev.athanor.migration.operation.DataOperation.BulkDelete;
import dev.athanor.migration.operation.DataOperation.BulkInsert;
import dev.athanor.migration.operation.DataOperation.Execute;
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
     * A statement, without a way back. Values take the place of {@code ?}; with values, the operator is written
     * {@code ??}.
     */
    default void execute(String sql, @Nullable Object... parameters) {
        execute(Execute.sql(sql, parameters));
    }

    /** A statement with its way back: {@code op.execute(Execute.sql("…").undoneBy("…"))}. */
    default void execute(Execute statement) {
        invoke(statement);
    }

    /** {@code INSERT} of rows, from column to value, without a way back. */
    default void bulkInsert(String table, List<? extends Map<String, ?>> rows) {
        bulkInsert(table, List.of(), rows);
    }

    /** {@code INSERT} of rows, from column to value; the columns that tell them from others are the way back. */
    default void bulkInsert(String table, List<String> key, List<? extends Map<String, ?>> rows) {
        invoke(new BulkInsert(Rows.of(named(table), key, rows)));
    }

    /** {@code DELETE} of rows, from column to value, by some of their columns; the rows are the way back. */
    default void bulkDelete(String table, List<String> key, List<? extends Map<String, ?>> rows) {
        invoke(new BulkDelete(Rows.of(named(table), key, rows)));
    }

    /** {@code INSERT} of rows, each a list of values in the columns' order; without a key there is no way back. */
    default void bulkInsert(String table, List<String> columns, List<String> key, List<? extends List<?>> rows) {
        invoke(new BulkInsert(Rows.of(named(table), columns, key, rows)));
    }

    /** {@code DELETE} of rows, each a list of values in the columns' order, by some of them; the rows are the way back. */
    default void bulkDelete(String table, List<String> columns, List<String> key, List<? extends List<?>> rows) {
        invoke(new BulkDelete(Rows.of(named(table), columns, key, rows)));
    }
}
