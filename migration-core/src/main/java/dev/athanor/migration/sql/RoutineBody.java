package dev.athanor.migration.sql;

/** {@code BEGIN ATOMIC … END}: the body of an SQL-standard routine, whose semicolons do not end the statement. */
final class RoutineBody {

    private final Words words;
    private int depth;
    private int line;
    private boolean afterBegin;
    private boolean afterName;

    /** @param words the first words of the statement that may have a body */
    RoutineBody(Words words) {
        this.words = words;
    }

    void clear() {
        depth = 0;
        afterBegin = false;
        afterName = false;
    }

    boolean isOpen() {
        return depth > 0;
    }

    /** The line on which it begins. */
    int line() {
        return line;
    }

    /** Sees a token; {@code nested} where it is inside parentheses. */
    void accept(TokenKind kind, Lexer lexer, boolean nested) {
        boolean word = kind == TokenKind.WORD;
        if (depth == 0) {
            look(lexer, word, nested);
        } else if (word && !afterName) {
            nest(lexer);
        }
        afterName = kind == TokenKind.DOT || word && lexer.isWord("AS");
    }

    private void look(Lexer lexer, boolean word, boolean nested) {
        if (afterBegin && word && lexer.isWord("ATOMIC")) {
            depth = 1;
        }
        afterBegin = word && lexer.isWord("BEGIN") && !nested && definesRoutine();
        if (afterBegin) {
            line = lexer.line();
        }
    }

    private boolean definesRoutine() {
        int kind = words.are(1, "OR", "REPLACE") ? 3 : 1;
        return words.is(0, "CREATE") && words.isOneOf(kind, "FUNCTION", "PROCEDURE");
    }

    private void nest(Lexer lexer) {
        if (lexer.isWord("CASE")) {
            depth++;
        } else if (lexer.isWord("END")) {
            depth--;
        }
    }
}
