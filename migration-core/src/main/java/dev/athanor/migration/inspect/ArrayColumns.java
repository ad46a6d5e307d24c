package dev.athanor.migration.inspect;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the array columns of a result. */
final class ArrayColumns {

    private ArrayColumns() {}

    /** Returns the non-null texts of an array, or an empty list if the array is null. */
    static List<String> texts(ResultSet row, String column) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (@Nullable String text : nullableTexts(row, column)) {
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Returns the texts of an array, which may be null themselves. */
    static List<@Nullable String> nullableTexts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((@Nullable String[]) array.getArray());
    }

    /** Returns the options of an array as the catalogs store them: {@code fillfactor=70}. */
    static Map<String, String> options(ResultSet row, String column) throws SQLException {
        Map<String, String> options = new TreeMap<>();
        for (String option : texts(row, column)) {
            int equals = option.indexOf('=');
            options.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return options;
    }
}
