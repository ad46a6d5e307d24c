package dev.athanor.migration.standing;

import java.util.ArrayList;
import java.util.List;

/** Compares two texts line by line and writes the differences as {@code diff -u} does. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;
    private static final int LONGEST_LINE = 200;

    /** Limits the table that finds the common lines of two texts; larger changes are shown as a whole. */
    private static final long MOST_CELLS = 4_000_000;

    /** Represents a line that was removed, that was added, or that both texts have. */
    private record Line(char sign, String text) {

        boolean changed() {
            return sign != ' ';
        }

        String shown() {
            return sign + (text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "…" : text);
        }
    }

    private final List<String> before;
    private final List<String> after;
    private final List<Line> lines = new ArrayList<>();

    private UnifiedDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** Returns the hunks, a line each; none where the texts differ in nothing that a checksum counts. */
    static List<String> of(String before, String after) {
        UnifiedDiff diff = new UnifiedDiff(lines(before), lines(after));
        diff.compare();
        return diff.hunks();
    }

    /** Blanks at the end of a line, empty lines at the end and a byte order mark are no change. */
    private static List<String> lines(String text) {
        String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return marked.stripTrailing().lines().map(String::stripTrailing).toList();
    }

    private void compare() {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        before.subList(0, head).forEach(this::same);
        compare(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail));
        before.subList(before.size() - tail, before.size()).forEach(this::same);
    }

    private void compare(List<String> old, List<String> now) {
        if ((long) old.size() * now.size() > MOST_CELLS) {
            old.forEach(this::removed);
            now.forEach(this::added);
            return;
        }
        int[][] common = common(old, now);
        int left = 0;
        int right = 0;
        while (left < old.size() || right < now.size()) {
            if (left < old.size() && right < now.size() && old.get(left).equals(now.get(right))) {
                same(old.get(left++));
                right++;
            } else if (right == now.size() || left < old.size() && common[left + 1][right] >= common[left][right + 1]) {
                removed(old.get(left++));
            } else {
                added(now.get(right++));
            }
        }
    }

    /** Returns the lengths of the longest common subsequences of the rest behind each pair of positions. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int left = old.size() - 1; left >= 0; left--) {
            for (int right = now.size() - 1; right >= 0; right--) {
                common[left][right] = old.get(left).equals(now.get(right))
                        ? common[left + 1][right + 1] + 1
                        : Math.max(common[left + 1][right], common[left][right + 1]);
            }
        }
        return common;
    }

    private void same(String text) {
        lines.add(new Line(' ', text));
    }

    private void removed(String text) {
        lines.add(new Line('-', text));
    }

    private void added(String text) {
        lines.add(new Line('+', text));
    }

    private List<String> hunks() {
        List<String> hunks = new ArrayList<>();
        int at = nextChange(0);
        int written = 0;
        while (at < lines.size()) {
            int from = Math.max(written, at - CONTEXT);
            int to = end(at);
            hunks.add(header(from, to));
            lines.subList(from, to).forEach(line -> hunks.add(line.shown()));
            written = to;
            at = nextChange(to);
        }
        return hunks;
    }

    private int nextChange(int from) {
        int at = from;
        while (at < lines.size() && !lines.get(at).changed()) {
            at++;
        }
        return at;
    }

    /** Changes that are near to each other are one hunk. */
    private int end(int change) {
        int last = change;
        for (int at = change; at < lines.size() && at - last <= 2 * CONTEXT + 1; at++) {
            if (lines.get(at).changed()) {
                last = at;
            }
        }
        return Math.min(lines.size(), last + 1 + CONTEXT);
    }

    private String header(int from, int to) {
        return "@@ -" + range(from, to, '+') + " +" + range(from, to, '-') + " @@";
    }

    /** Returns the range of lines of one text: the lines without the sign of the other text. */
    private String range(int from, int to, char other) {
        long first = lines.subList(0, from).stream()
                .filter(line -> line.sign() != other)
                .count();
        long count = lines.subList(from, to).stream()
                .filter(line -> line.sign() != other)
                .count();
        return (count == 0 ? first : first + 1) + (count == 1 ? "" : "," + count);
    }
}
