package dev.athanor.migration.operation;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names that PostgreSQL itself gives to constraints and indexes: {@code users_team_id_fkey}.
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
     * The name that is given first, if it is free.
     *
     * @param columns none for a primary key
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

    /** The name that is given first to a check: with its column where it reads only one of these. */
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

    /** The same, with a number behind it where it is taken. */
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

    /** As many whole characters as there is room for. */
    private static String cut(String text, int room) {
        int end = text.length();
        while (bytes(text.substring(0, end)) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }
}
