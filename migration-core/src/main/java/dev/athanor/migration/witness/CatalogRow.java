package dev.athanor.migration.witness;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds a row of a catalog as the server stores it. */
final class CatalogRow {

    private final CatalogTable table;
    private final long oid;
    private final int number;
    private final @Nullable String[] values;

    /**
     * Creates a row.
     *
     * @param oid the oid of the row, or 0 if the catalog has none
     * @param number the number of the column that the row describes, or 0
     * @param text the values, separated as in {@link CatalogSql}
     */
    CatalogRow(CatalogTable table, long oid, int number, String text) {
        this.table = table;
        this.oid = oid;
        this.number = number;
        this.values = values(text, table.columns().size());
    }

    private static @Nullable String[] values(String text, int count) {
        @Nullable String[] values = new String[count];
        int from = 0;
        for (int at = 0; at < count; at++) {
            int end = text.indexOf(CatalogSql.SEPARATOR, from);
            String value = text.substring(from, end < 0 ? text.length() : end);
            values[at] = value.equals(CatalogSql.NULL) ? null : value;
            from = end + CatalogSql.SEPARATOR.length();
        }
        return values;
    }

    CatalogTable table() {
        return table;
    }

    long oid() {
        return oid;
    }

    int number() {
        return number;
    }

    @Nullable String value(int column) {
        return values[column];
    }

    /** Returns the value of a column, or an empty text if it is null or the server does not have the column. */
    String value(String column) {
        int at = table.position(column);
        String value = at < 0 ? null : values[at];
        return value == null ? "" : value;
    }

    /** Returns the oid in a column, or 0 if there is none. */
    long oidIn(int column) {
        String value = column < 0 ? null : values[column];
        return value == null || value.isEmpty() ? 0 : Long.parseLong(value);
    }

    long oidIn(String column) {
        return oidIn(table.position(column));
    }

    /** Returns the numbers in a value: one, a vector or an array. */
    static Stream<Long> numbers(String value) {
        return Arrays.stream(value.split("[ ,{}]+"))
                .filter(one -> !one.isEmpty())
                .map(Long::valueOf);
    }

    /** Returns the values that identify the row besides its oid. */
    List<String> keyValues() {
        return table.key().stream().map(at -> String.valueOf(values[at])).toList();
    }

    /** Returns whether both rows are the same version of the same row, or have the same content. */
    boolean isLike(CatalogRow other) {
        return table == other.table
                && oid == other.oid
                && number == other.number
                && Arrays.equals(values, other.values);
    }

    boolean isOf(String catalog) {
        return table.name().equals(catalog);
    }
}
