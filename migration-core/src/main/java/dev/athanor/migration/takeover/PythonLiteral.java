package dev.athanor.migration.takeover;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a value that Python source assigns: a string, {@code None}, or strings in a tuple, list or set. */
final class PythonLiteral {

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final String NONE = "None";

    private final String text;
    private int at;

    private PythonLiteral(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /**
     * Returns the strings of a value; none for {@code None}.
     *
     * @param start the offset at which the value begins
     * @throws IllegalArgumentException if it is not such a value, because it is computed
     */
    static List<String> strings(String text, int start) {
        PythonLiteral literal = new PythonLiteral(text, start);
        List<String> strings = literal.value(0);
        literal.skip(0);
        if (literal.current() != '\0' && literal.current() != ';' && !isLineEnd(literal.current())) {
            throw new IllegalArgumentException(
                    text.substring(start).lines().findFirst().orElse("").strip());
        }
        return strings;
    }

    private List<String> value(int depth) {
        skip(depth);
        char first = current();
        if (OPENING.indexOf(first) >= 0) {
            at++;
            return elements(depth + 1);
        }
        if (text.startsWith(NONE, at)) {
            at += NONE.length();
            return List.of();
        }
        return List.of(string(depth));
    }

    private List<String> elements(int depth) {
        List<String> values = new ArrayList<>();
        for (skip(depth); CLOSING.indexOf(current()) < 0; skip(depth)) {
            values.addAll(value(depth));
            skip(depth);
            if (current() == ',') {
                at++;
            } else if (CLOSING.indexOf(current()) < 0) {
                throw new IllegalArgumentException(rest());
            }
        }
        at++;
        return values;
    }

    /** Returns a string, with those that directly follow it. */
    private String string(int depth) {
        StringBuilder value = new StringBuilder();
        do {
            int quote = at;
            while ("rRuUbB".indexOf(charAt(quote)) >= 0) {
                quote++;
            }
            boolean raw = text.substring(at, quote).toLowerCase(Locale.ROOT).contains("r");
            at = quote;
            value.append(quoted(raw));
            skip(depth);
        } while (isQuote(current()));
        return value.toString();
    }

    private String quoted(boolean raw) {
        if (!isQuote(current())) {
            throw new IllegalArgumentException(rest());
        }
        String mark = text.startsWith(String.valueOf(current()).repeat(3), at)
                ? String.valueOf(current()).repeat(3)
                : String.valueOf(current());
        at += mark.length();
        StringBuilder value = new StringBuilder();
        while (!text.startsWith(mark, at)) {
            char character = current();
            if (character == '\0') {
                throw new IllegalArgumentException("a string that does not end");
            }
            boolean escaped = character == '\\' && !raw;
            value.append(escaped ? charAt(at + 1) : character);
            at += escaped ? 2 : 1;
        }
        at += mark.length();
        return value.toString();
    }

    /** Skips blanks and comments, and line ends within brackets. */
    private void skip(int depth) {
        while (current() == ' ' || current() == '\t' || current() == '#' || depth > 0 && isLineEnd(current())) {
            if (current() == '#') {
                while (current() != '\0' && !isLineEnd(current())) {
                    at++;
                }
                if (depth == 0) {
                    return;
                }
            } else {
                at++;
            }
        }
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }

    private static boolean isQuote(char character) {
        return character == '"' || character == '\'';
    }

    private char current() {
        return charAt(at);
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private String rest() {
        return text.substring(at).lines().findFirst().orElse("").strip();
    }
}
