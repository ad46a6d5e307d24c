package dev.athanor.migration.sql;

/**
 * Represents a token of a statement; comments are not tokens.
 *
 * @param kind the kind
 * @param text as written
 * @param start the offset at which it begins
 * @param end the offset at which it ends, exclusive
 * @param line the line on which it begins
 * @param depth the number of open parentheses around it
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

    /** Returns the name as the catalogs spell it. */
    String name() {
        return Identifier.spelled(text);
    }
}
