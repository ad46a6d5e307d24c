package dev.athanor.migration.script;

import dev.athanor.migration.sql.Lexer;

/**
 * A part of a text, not copied.
 *
 * @param text the text
 * @param from where the part begins
 * @param limit where it ends, exclusive
 * @param line the line on which it begins
 */
record TextRange(String text, int from, int limit, int line) {

    static TextRange of(String text) {
        return new TextRange(text, 0, text.length(), 1);
    }

    Lexer lexer() {
        return new Lexer(text, from, limit, line);
    }

    @Override
    public String toString() {
        return text.substring(from, limit);
    }
}
