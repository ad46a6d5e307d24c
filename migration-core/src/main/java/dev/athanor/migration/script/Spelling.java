package dev.athanor.migration.script;

/**
 * Compares a word with the word that was probably meant.
 *
 * @since 0.1.0
 */
public final class Spelling {

    private static final int SLIPS = 2;

    private Spelling() {}

    /** Returns whether at most two letters differ. */
    static boolean isNear(String written, String meant) {
        return Math.abs(written.length() - meant.length()) <= SLIPS && distance(written, meant) <= SLIPS;
    }

    /** Returns how many letters have to be replaced, added or removed to turn one word into the other (Levenshtein). */
    public static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0]++;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
