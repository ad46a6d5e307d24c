package dev.athanor.migration.sql;

import java.util.Objects;

/**
 * Represents one SQL statement as PostgreSQL receives it: without its final semicolon and without the comments before
 * and after it.
 *
 * <p>A place in the text it was split from: nothing is copied until it is asked for.
 *
 * @since 0.1.0
 */
public final class Statement {

    private final String text;
    private final int start;
    private final int end;
    private final int line;
    private final StatementKind kind;

    private Statement(String text, int start, int end, int line, StatementKind kind) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.line = line;
        this.kind = kind;
    }

    /**
     * Creates a statement from its own text.
     *
     * @param sql the text
     * @param line the line on which it begins, counted from 1 in the text it was split from
     * @param kind what the engine must know about it before it runs
     */
    public Statement(String sql, int line, StatementKind kind) {
        this(sql, 0, sql.length(), line, kind);
    }

    static Statement in(String text, int start, int end, int line, StatementKind kind) {
        return new Statement(text, start, end, line, kind);
    }

    /** Returns the text of the statement. */
    public String sql() {
        return text.substring(start, end);
    }

    /** Returns the length of the text, in characters. */
    public int length() {
        return end - start;
    }

    /** Returns the line on which the statement begins, counted from 1 in the text that it was split from. */
    public int line() {
        return line;
    }

    /**
     * Returns the line of a position in the statement.
     *
     * @param position in characters, from 1, as the server counts; 0 for the beginning
     */
    public int lineAt(int position) {
        long before = sql().codePoints()
                .limit(Math.max(0, position - 1))
                .filter(c -> c == '\n')
                .count();
        return line + (int) before;
    }

    /**
     * Returns the column of a position in the statement, in characters from 1, on its line in the text that the
     * statement was split from.
     *
     * @param position in characters, from 1, as the server counts
     */
    public int columnAt(int position) {
        String sql = sql();
        int at = start + sql.offsetByCodePoints(0, Math.min(position - 1, sql.codePointCount(0, sql.length())));
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        return text.codePointCount(lineStart, at) + 1;
    }

    /** Returns what the engine must know about the statement before it runs. */
    public StatementKind kind() {
        return kind;
    }

    /** Returns this statement as if it began on another line. */
    public Statement at(int otherLine) {
        return new Statement(text, start, end, otherLine, kind);
    }

    /** Returns whether a word occurs anywhere in the statement, in any case, including strings and comments. */
    public boolean mentions(String word) {
        char first = Character.toLowerCase(word.charAt(0));
        for (int at = start; at <= end - word.length(); at++) {
            if (Character.toLowerCase(text.charAt(at)) == first
                    && text.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Statement statement
                && line == statement.line
                && kind == statement.kind
                && length() == statement.length()
                && text.regionMatches(start, statement.text, statement.start, length());
    }

    @Override
    public int hashCode() {
        return Objects.hash(line, kind, length());
    }

    @Override
    public String toString() {
        return "Statement[sql=" + sql() + ", line=" + line + ", kind=" + kind + "]";
    }
}
