package dev.athanor.migration.sql;

/** {@code BEGIN ATOMIC … END}: the body of an SQL-standard routine, whose semicolons do not end the statement. */
final class RoutineBody {

    private final String text;
    private final Lexer lexer;
    private final Words words;
    private int depth;
    private int line;
    private int lastStart;
    private int lastEnd;
    private boolean afterName;

    /**
     * @param lexer at the token that is seen
     * @param words the first words of the statement that may have a body
     */
    RoutineBody(String text, Lexer lexer, Words words) {
        this.text = text;
        this.lexer = lexer;
        this.words = words;
    }

    void clear() {
        depth = 0;
        lastEnd = 0;
        lastStart = 0;
    }

    boolean isOpen() {
        return depth > 0;
    }

    /** The line on which it begins. */
    int line() {
        return line;
    }

    /** Sees a token; {@code nested} where it is inside parentheses. */
    void accept(TokenKind kind, boolean nested) {
        if (depth > 0) {
            nest(kind);
        } else if (kind == TokenKind.WORD && !nested && lexer.isWord("ATOMIC") && isAfterBegin() && definesRoutine()) {
            depth = 1;
            line = lexer.line(lastStart);
            afterName = false;
        }
        lastStart = lexer.start();
        lastEnd = lexer.end();
    }

    private boolean isAfterBegin() {
        return Characters.isWord(text, lastStart, lastEnd, "BEGIN");
    }

    private boolean definesRoutine() {
        int kind = words.are(1, "OR", "REPLACE") ? 3 : 1;
        return words.is(0, "CREATE") && words.isOneOf(kind, "FUNCTION", "PROCEDURE");
    }

    private void nest(TokenKind kind) {
        boolean word = kind == TokenKind.WORD;
        if (word && !afterName) {
            if (lexer.isWord("CASE")) {
                depth++;
            } else if (lexer.isWord("END")) {
                depth--;
            }
        }
        afterName = kind == TokenKind.DOT || word && lexer.isWord("AS");
    }
}
