package dev.athanor.migration.error;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Renders a list in a message: its first members, and how many more there are.
 *
 * @since 0.1.0
 */
public final class CappedList {

    /** Limits how many members a sentence names. */
    public static final int SHOWN = 5;

    private static final int LINES = 10;

    private CappedList() {}

    /** Renders members in a sentence: {@code a, b, c, d, e and 22 more}. */
    public static String of(Collection<?> members) {
        return of(members, ", ");
    }

    /** Renders members in a sentence, with the given separator. */
    public static String of(Collection<?> members, String separator) {
        return joined(members, SHOWN, separator, " ");
    }

    /** Renders lines below a sentence, each as given. The line that says how many more there are is indented. */
    public static String lines(Collection<String> lines) {
        return joined(lines, LINES, "\n", "\n  ");
    }

    /** Returns whether {@link #lines} leaves out some of the lines. */
    public static boolean leavesOut(Collection<String> lines) {
        return lines.size() > LINES;
    }

    private static String joined(Collection<?> members, int shown, String separator, String beforeRest) {
        String named = members.stream().limit(shown).map(String::valueOf).collect(Collectors.joining(separator));
        int rest = members.size() - shown;
        return rest > 0 ? named + beforeRest + "and " + rest + " more" : named;
    }
}
