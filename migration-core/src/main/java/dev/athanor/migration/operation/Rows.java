package dev.athanor.migration.operation;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds rows of one table.
 *
 * @param columns the columns that have a value
 * @param key the columns that identify a row; empty if none do
 * @param values the values of each row, in the order of the columns
 * @since 0.1.0
 */
public record Rows(QualifiedName table, List<String> columns, List<String> key, List<List<SqlValue>> values) {

    public Rows {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        values = values.stream().map(List::copyOf).toList();
        checkNotEmpty(table, columns, values);
        checkKey(table, columns, key);
        checkWidth(table, columns, values);
        checkKeyValues(table, columns, key, values);
    }

    /**
     * Creates rows from maps of column to value. The columns have the order of the maps if the maps are ordered, and
     * are sorted by name otherwise; a column that a row does not name takes its default.
     */
    public static Rows of(QualifiedName table, List<String> key, List<? extends Map<String, ?>> rows) {
        Set<String> columns = columns(rows);
        List<List<SqlValue>> values = new ArrayList<>();
        for (Map<String, ?> row : rows) {
            values.add(columns.stream().map(column -> value(row, column)).toList());
        }
        return new Rows(table, List.copyOf(columns), key, values);
    }

    /** Creates rows from lists of values, each in the order of the columns. */
    public static Rows of(QualifiedName table, List<String> columns, List<String> key, List<? extends List<?>> rows) {
        return new Rows(
                table,
                columns,
                key,
                rows.stream().map(row -> SqlValue.listOf(row.toArray())).toList());
    }

    private static Set<String> columns(List<? extends Map<String, ?>> rows) {
        boolean ordered = rows.stream().allMatch(row -> row instanceof LinkedHashMap || row instanceof SortedMap);
        Set<String> columns = ordered ? new LinkedHashSet<>() : new TreeSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        return columns;
    }

    private static SqlValue value(Map<String, ? extends @Nullable Object> row, String column) {
        return row.containsKey(column) ? SqlValue.of(row.get(column)) : SqlValue.DEFAULT;
    }

    private static void checkNotEmpty(QualifiedName table, List<String> columns, List<List<SqlValue>> values) {
        if (columns.isEmpty() || values.isEmpty()) {
            throw new MigrationException(
                    "No rows are given for table " + table + ".", "Give at least one, with at least one column.");
        }
    }

    private static void checkKey(QualifiedName table, List<String> columns, List<String> key) {
        if (!columns.containsAll(key)) {
            throw new MigrationException(
                    "The key " + key + " of the rows for table " + table + " is not among their columns " + columns
                            + ".",
                    "Name columns that every row has.");
        }
    }

    private static void checkWidth(QualifiedName table, List<String> columns, List<List<SqlValue>> values) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).size() != columns.size()) {
                throw new MigrationException(
                        "Row " + (i + 1) + " for table " + table + " has "
                                + values.get(i).size() + " values for " + columns.size() + " columns.",
                        "Give as many values as there are columns: " + columns + ".");
            }
        }
    }

    private static void checkKeyValues(
            QualifiedName table, List<String> columns, List<String> key, List<List<SqlValue>> values) {
        for (String column : key) {
            int place = columns.indexOf(column);
            if (values.stream().anyMatch(row -> tellsNothing(row.get(place)))) {
                throw new MigrationException(
                        "A row for table " + table + " has no value for " + column + ", which is part of the key.",
                        "Give each row a value for it, or choose another key.");
            }
        }
    }

    private static boolean tellsNothing(SqlValue value) {
        return value.equals(SqlValue.NULL) || value.equals(SqlValue.DEFAULT);
    }
}
