package dev.athanor.migration.sql;

import java.util.Locale;

/** Knows the positions of the first words of a statement; later words are not kept. */
final class Words {

    private static final int KEPT = 8;

    private final String text;
    private final int[] starts = new int[KEPT];
    private final int[] ends = new int[KEPT];
    private int count;

    Words(String text) {
        this.text = text;
    }

    void clear() {
        count = 0;
    }

    void add(int start, int end) {
        if (count < KEPT) {
            starts[count] = start;
            ends[count++] = end;
        }
    }

    int count() {
        return count;
    }

    /** Returns the first word in capital letters, or an empty string if there is none. */
    String first() {
        return count == 0 ? "" : text.substring(starts[0], ends[0]).toUpperCase(Locale.ROOT);
    }

    boolean is(int index, String keyword) {
        return index < count && Characters.isWord(text, starts[index], ends[index], keyword);
    }

    /** Returns whether the words from an index on are the given ones, in this order. */
    boolean are(int index, String... keywords) {
        for (int i = 0; i < keywords.length; i++) {
            if (!is(index + i, keywords[i])) {
                return false;
            }
        }
        return true;
    }

    boolean isOneOf(int index, String... keywords) {
        for (String keyword : keywords) {
            if (is(index, keyword)) {
                return true;
            }
        }
        return false;
    }

    boolean contains(String keyword) {
        for (int i = 0; i < count; i++) {
            if (is(i, keyword)) {
                return true;
            }
        }
        return false;
    }
}
