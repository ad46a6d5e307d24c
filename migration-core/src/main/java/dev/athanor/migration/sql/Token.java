package dev.athanor.migration.sql;

/**
 * A token of a statement, comments excepted.
 *
 * @param kind what it is
 * @param text as written
 * @param start where it begins
 * @param end where it ends, exclusive
 * @param line the line on which it begins
 * @param depth how many parentheses are open around it
 */
record Token(TokenKind kind, String text, int start, int end, int line, int depth) {

    boolean is(String keyword) {
        return kind == TokenKind.WORD && text.equalsIgnoreCase(keyword);
    }

    boolean isSymbol(String symbol) {
        return kind == TokenKind.SYMBOL && text.equals(symbol);
    }

    boolean isName() {
        return kind == TokenKind.WORD || kind == TokenKind.QUOTED_IDENTIFIER;
    }

    /** As the catalogs spell it. */
    String name() {
        return Identifier.spelled(text);
    }
}
