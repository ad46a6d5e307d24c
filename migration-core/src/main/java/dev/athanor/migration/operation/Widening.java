package dev.athanor.migration.operation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes of type that keep every value as it is. */
final class Widening {

    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint", "numeric");
    private static final Pattern VARYING = Pattern.compile("(?:character varying|varchar)(?:\\((\\d+)\\))?");
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private Widening() {}

    static boolean holds(String from, String to) {
        return from.equals(to) || integers(from, to) || texts(from, to);
    }

    private static boolean integers(String from, String to) {
        return INTEGERS.contains(from) && INTEGERS.indexOf(to) > INTEGERS.indexOf(from);
    }

    private static boolean texts(String from, String to) {
        int before = length(from);
        return before > 0 && length(to) >= before;
    }

    private static int length(String type) {
        if (type.equals("text")) {
            return UNLIMITED;
        }
        Matcher varying = VARYING.matcher(type);
        if (!varying.matches()) {
            return 0;
        }
        return varying.group(1) == null ? UNLIMITED : Integer.parseInt(varying.group(1));
    }
}
