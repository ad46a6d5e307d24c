package dev.athanor.migration.sql;

/**
 * Reads PostgreSQL's tokens from a range of a text, one at a time, as the server's scanner does with
 * {@code standard_conforming_strings} on.
 *
 * <p>A single pass without recursion; nothing is copied. The current token lies between {@link #start()} and
 * {@link #end()}. A byte order mark at the beginning of the text is a blank.
 *
 * @since 0.1.0
 */
public final class Lexer {

    private static final String STRINGS = "STANDARD_CONFORMING_STRINGS";

    private final String text;
    private final int limit;
    private final LineCounter lines;
    private final int begin;
    private final int firstLine;
    private int start;
    private int end;
    private int delimiterLength;

    /**
     * @param text the text
     * @param from the offset at which to begin
     * @param limit the offset at which to stop, exclusive
     * @param firstLine the number of the line on which {@code from} lies
     */
    public Lexer(String text, int from, int limit, int firstLine) {
        this.text = text;
        this.limit = limit;
        this.lines = new LineCounter(text, from, firstLine);
        this.begin = from;
        this.firstLine = firstLine;
        this.start = from;
        this.end = from == 0 && text.startsWith("\uFEFF") ? 1 : from;
    }

    /**
     * Moves to the next token.
     *
     * @throws SqlSyntaxException where a string, a quoted identifier or a comment has no end
     */
    public TokenKind next() {
        while (end < limit && Characters.isBlank(text.charAt(end))) {
            end++;
        }
        start = end;
        return start < limit ? token(text.charAt(start)) : TokenKind.END;
    }

    /** Returns the offset at which the current token begins. */
    public int start() {
        return start;
    }

    /** Returns the offset at which the current token ends, exclusive. */
    public int end() {
        return end;
    }

    /** Returns the line on which the current token begins. */
    public int line() {
        return lines.lineAt(start);
    }

    /** Returns the line of an offset between the token of the last call and the current token. */
    int line(int offset) {
        return lines.lineAt(offset);
    }

    /** Returns the length of the {@code $tag$} on either side of the current {@link TokenKind#DOLLAR_STRING}. */
    public int delimiterLength() {
        return delimiterLength;
    }

    /** Returns whether the current token is a key word, in any case. */
    boolean isWord(String keyword) {
        return Characters.isWord(text, start, end, keyword);
    }

    /** Goes on from a later place, as if what lies between had been blank. */
    void resumeAt(int offset) {
        end = Math.min(offset, limit);
    }

    private TokenKind token(char first) {
        return switch (first) {
            case '\'' -> string();
            case '"' -> quotedIdentifier();
            case '$' -> dollar();
            case '-' -> follows('-') ? lineComment() : single(TokenKind.SYMBOL);
            case '/' -> follows('*') ? blockComment() : single(TokenKind.SYMBOL);
            case '(' -> single(TokenKind.OPEN);
            case ')' -> single(TokenKind.CLOSE);
            case ';' -> single(TokenKind.SEMICOLON);
            case '.' -> single(TokenKind.DOT);
            case '\\' -> single(TokenKind.BACKSLASH);
            default -> wordNumberOrSymbol(first);
        };
    }

    private TokenKind wordNumberOrSymbol(char first) {
        if (Characters.startsWord(first)) {
            return word(first);
        }
        return Characters.isDigit(first) ? number() : single(TokenKind.SYMBOL);
    }

    private boolean follows(char second) {
        return start + 1 < limit && text.charAt(start + 1) == second;
    }

    private TokenKind single(TokenKind kind) {
        end = start + 1;
        return kind;
    }

    private TokenKind word(char first) {
        if ((first == 'E' || first == 'e') && follows('\'')) {
            return escapeString();
        }
        do {
            end++;
        } while (end < limit && Characters.continuesWord(text.charAt(end)));
        return TokenKind.WORD;
    }

    private TokenKind number() {
        do {
            end++;
        } while (end < limit && Characters.continuesNumber(text.charAt(end)));
        return TokenKind.NUMBER;
    }

    private TokenKind string() {
        end = afterQuote('\'', start + 1, Faults.STRING);
        return TokenKind.STRING;
    }

    private TokenKind quotedIdentifier() {
        end = afterQuote('"', start + 1, Faults.QUOTED_IDENTIFIER);
        return TokenKind.QUOTED_IDENTIFIER;
    }

    private int afterQuote(char quote, int from, Faults fault) {
        int at = text.indexOf(quote, from);
        while (at >= 0 && at + 1 < limit && text.charAt(at + 1) == quote) {
            at = text.indexOf(quote, at + 2);
        }
        if (at < 0 || at >= limit) {
            throw fault == Faults.STRING ? unclosedString() : fault.at(line());
        }
        return at + 1;
    }

    /** Returns the problem of an open string. If the script relies on backslashes, an earlier string ended at one. */
    private SqlSyntaxException unclosedString() {
        Lexer before = new Lexer(text, begin, start, firstLine);
        int backslash = 0;
        boolean setting = false;
        try {
            for (TokenKind kind = before.next(); kind != TokenKind.END; kind = before.next()) {
                setting |= before.namesTheSetting(kind);
                if (backslash == 0 && before.endsAtBackslash(kind)) {
                    backslash = before.line();
                }
            }
        } catch (SqlSyntaxException unreadable) {
            return Faults.STRING.at(line());
        }
        return Faults.unclosedString(line(), setting, backslash);
    }

    private boolean namesTheSetting(TokenKind kind) {
        return kind == TokenKind.WORD && isWord(STRINGS)
                || kind == TokenKind.STRING && Characters.isWord(text, start + 1, end - 1, STRINGS);
    }

    private boolean endsAtBackslash(TokenKind kind) {
        return kind == TokenKind.STRING
                && text.charAt(start) == '\''
                && end - start > 2
                && text.charAt(end - 2) == '\\';
    }

    private TokenKind escapeString() {
        int open = start + 1;
        do {
            end = afterEscapedQuote(open + 1);
            open = continuation(end);
        } while (open >= 0);
        return TokenKind.STRING;
    }

    private int afterEscapedQuote(int from) {
        for (int at = from; at < limit; at++) {
            char character = text.charAt(at);
            boolean doubled = character == '\'' && at + 1 < limit && text.charAt(at + 1) == '\'';
            if (character == '\\' || doubled) {
                at++;
            } else if (character == '\'') {
                return at + 1;
            }
        }
        throw Faults.STRING.at(line());
    }

    /**
     * Returns the offset at which the string continues after a line end, in the same escape mode, or -1 if it does not.
     */
    private int continuation(int from) {
        boolean newLine = false;
        int at = from;
        while (at < limit && (Characters.isBlank(text.charAt(at)) || text.startsWith("--", at))) {
            newLine |= Characters.isLineEnd(text.charAt(at));
            at = text.charAt(at) == '-' ? lineEnd(at) : at + 1;
        }
        return newLine && at < limit && text.charAt(at) == '\'' ? at : -1;
    }

    private TokenKind dollar() {
        int close = start + 1;
        while (close < limit && Characters.continuesTag(text.charAt(close))) {
            close++;
        }
        boolean number = close > start + 1 && Characters.isDigit(text.charAt(start + 1));
        if (number || close == limit || text.charAt(close) != '$') {
            return single(TokenKind.SYMBOL);
        }
        return dollarString(text.substring(start, close + 1));
    }

    private TokenKind dollarString(String delimiter) {
        delimiterLength = delimiter.length();
        int close = text.indexOf(delimiter, start + delimiterLength);
        if (close < 0 || close + delimiterLength > limit) {
            throw Faults.dollarString(delimiter, line());
        }
        end = close + delimiterLength;
        return TokenKind.DOLLAR_STRING;
    }

    private TokenKind lineComment() {
        end = lineEnd(start);
        return TokenKind.LINE_COMMENT;
    }

    /** Returns the offset at which the line of an offset ends, without the line end. */
    int lineEnd(int from) {
        return lines.endOfLine(from, limit);
    }

    private TokenKind blockComment() {
        int depth = 1;
        int at = start + 2;
        while (depth > 0) {
            if (at >= limit - 1) {
                throw Faults.BLOCK_COMMENT.at(line());
            }
            int change = nesting(at);
            depth += change;
            at += change == 0 ? 1 : 2;
        }
        end = at;
        return TokenKind.BLOCK_COMMENT;
    }

    private int nesting(int at) {
        char first = text.charAt(at);
        if (first == '*') {
            return text.charAt(at + 1) == '/' ? -1 : 0;
        }
        return first == '/' && text.charAt(at + 1) == '*' ? 1 : 0;
    }
}
