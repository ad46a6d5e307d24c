package dev.athanor.migration.error;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A list within a message: the first of its members, and how many more there are.
 *
 * @since 0.1.0
 */
public final class CappedList {

    /** How many members a sentence names. */
    public static final int SHOWN = 5;

    private static final int LINES = 10;

    private CappedList() {}

    /** Within a sentence: {@code a, b, c, d, e and 22 more}. */
    public static String of(Collection<?> members) {
        return of(members, ", ");
    }

    /** Within a sentence, with something else between the members. */
    public static String of(Collection<?> members, String separator) {
        return joined(members, SHOWN, separator, " ");
    }

    /** Lines below a sentence, each as it is given; the one that says how many more there are is indented. */
    public static String lines(Collection<String> lines) {
        return joined(lines, LINES, "\n", "\n  ");
    }

    /** Whether {@link #lines} leaves out some of so many. */
    public static boolean leavesOut(Collection<String> lines) {
        return lines.size() > LINES;
    }

    private static String joined(Collection<?> members, int shown, String separator, String beforeRest) {
        String named = members.stream().limit(shown).map(String::valueOf).collect(Collectors.joining(separator));
        int rest = members.size() - shown;
        return rest > 0 ? named + beforeRest + "and " + rest + " more" : named;
    }
}
