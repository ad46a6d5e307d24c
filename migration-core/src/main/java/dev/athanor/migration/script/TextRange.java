package dev.athanor.migration.script;

import dev.athanor.migration.sql.Lexer;

/**
 * Represents a part of a text, without copying it.
 *
 * @param text the text
 * @param from the offset at which the part begins
 * @param limit the offset at which the part ends, exclusive
 * @param line the line on which the part begins
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
