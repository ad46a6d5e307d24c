package dev.athanor.migration.sql;

/** Classifies characters as PostgreSQL's scanner does: every character outside of ASCII is a letter. */
final class Characters {

    private static final int ASCII = 128;
    private static final boolean[] IN_WORDS = inWords();

    private Characters() {}

    private static boolean[] inWords() {
        boolean[] table = new boolean[ASCII];
        for (char character = 0; character < ASCII; character++) {
            table[character] = startsWord(character) || isDigit(character) || character == '$';
        }
        return table;
    }

    /** Returns whether a range of a text is a key word in any case; the key word is given in capital letters. */
    static boolean isWord(String text, int start, int end, String keyword) {
        int length = keyword.length();
        return end - start == length
                && (text.charAt(start) & ~32) == keyword.charAt(0)
                && text.regionMatches(true, start, keyword, 0, length);
    }

    static boolean isBlank(char character) {
        return character == ' ' || character >= '\t' && character <= '\r';
    }

    static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    static boolean startsWord(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character == '_'
                || character >= ASCII;
    }

    static boolean continuesTag(char character) {
        return startsWord(character) || isDigit(character);
    }

    static boolean continuesWord(char character) {
        return character >= ASCII || IN_WORDS[character];
    }

    static boolean continuesNumber(char character) {
        return continuesTag(character) || character == '.';
    }
}
