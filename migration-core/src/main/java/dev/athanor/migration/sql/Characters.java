package dev.athanor.migration.sql;

/** The character classes of PostgreSQL's scanner: whatever is not ASCII is a letter. */
final class Characters {

    private Characters() {}

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
                || character >= 128;
    }

    static boolean continuesTag(char character) {
        return startsWord(character) || isDigit(character);
    }

    static boolean continuesWord(char character) {
        return continuesTag(character) || character == '$';
    }

    static boolean continuesNumber(char character) {
        return continuesTag(character) || character == '.';
    }
}
