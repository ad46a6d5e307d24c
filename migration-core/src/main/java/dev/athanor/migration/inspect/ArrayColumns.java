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

/** Columns of a result that hold several values. */
final class ArrayColumns {

    private ArrayColumns() {}

    /** The texts of an array; none where it is null. */
    static List<String> texts(ResultSet row, String column) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (@Nullable String text : nullableTexts(row, column)) {
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The texts of an array, some of them null. */
    static List<@Nullable String> nullableTexts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((@Nullable String[]) array.getArray());
    }

    /** Options as the catalogs have them: {@code fillfactor=70}. */
    static Map<String, String> options(ResultSet row, String column) throws SQLException {
        Map<String, String> options = new TreeMap<>();
        for (String option : texts(row, column)) {
            int equals = option.indexOf('=');
            options.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return options;
    }
}
