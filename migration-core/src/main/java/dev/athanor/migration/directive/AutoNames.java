package dev.athanor.migration.directive;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Computes the names that PostgreSQL gives to constraints and indexes, such as {@code users_team_id_fkey}.
 *
 * @since 0.1.0
 */
public final class AutoNames {

    private static final int MAX_BYTES = 63;
    private static final String CHECK = "check";
    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");

    private final String table;
    private final Set<String> taken;

    AutoNames(String table, Set<String> taken) {
        this.table = table;
        this.taken = new HashSet<>(taken);
    }

    /**
     * Returns the name that PostgreSQL tries first.
     *
     * @param columns empty for a primary key
     * @param suffix `pkey`, `key`, `fkey`, `check`, `excl` or `idx`
     */
    public static String first(String table, List<String> columns, String suffix) {
        String middle = cut(String.join("_", columns), MAX_BYTES);
        int room = MAX_BYTES - suffix.length() - 1 - (middle.isEmpty() ? 0 : 1);
        int left = bytes(table);
        int right = bytes(middle);
        while (left + right > room) {
            if (left > right) {
                left--;
            } else {
                right--;
            }
        }
        return cut(table, left) + (middle.isEmpty() ? "" : "_" + cut(middle, right)) + "_" + suffix;
    }

    /**
     * Returns the name that PostgreSQL tries first for a check: it contains the column if the check reads only one.
     */
    public static String firstOfCheck(String table, List<String> columns, String expression) {
        return first(table, readBy(expression, columns), CHECK);
    }

    static List<String> readBy(String expression, List<String> columns) {
        String withoutStrings = STRING.matcher(expression).replaceAll(" ");
        List<String> read =
                columns.stream().filter(column -> reads(withoutStrings, column)).toList();
        return read.size() == 1 ? read : List.of();
    }

    private static boolean reads(String expression, String column) {
        String quoted = '"' + column.replace("\"", "\"\"") + '"';
        String bare = "(?<![\\w\"$])" + Pattern.quote(column) + "(?![\\w\"$]|\\s*\\()";
        return expression.contains(quoted)
                || column.equals(column.toLowerCase(Locale.ROOT))
                        && Pattern.compile(bare, Pattern.CASE_INSENSITIVE)
                                .matcher(expression)
                                .find();
    }

    /** Returns the name with a number appended if the plain name is taken. */
    String next(List<String> columns, String suffix) {
        String name = first(table, columns, suffix);
        for (int number = 1; !taken.add(name); number++) {
            name = first(table, columns, suffix + number);
        }
        return name;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns as many whole characters as fit. */
    private static String cut(String text, int room) {
        int end = text.length();
        while (bytes(text.substring(0, end)) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }
}
