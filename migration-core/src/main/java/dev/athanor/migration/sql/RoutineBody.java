package dev.athanor.migration.sql;

/** {@code BEGIN ATOMIC … END}: the body of an SQL-standard routine, whose semicolons do not end the statement. */
final class RoutineBody {

    private int depth;
    private int line;
    private boolean afterBegin;
    private boolean afterName;

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

    /** Sees a token; {@code mayBegin} where a body may begin. */
    void accept(TokenKind kind, Lexer lexer, boolean mayBegin) {
        boolean word = kind == TokenKind.WORD;
        if (depth == 0) {
            look(lexer, word, mayBegin);
        } else if (word && !afterName) {
            nest(lexer);
        }
        afterName = kind == TokenKind.DOT || word && lexer.isWord("AS");
    }

    private void look(Lexer lexer, boolean word, boolean mayBegin) {
        if (afterBegin && word && lexer.isWord("ATOMIC")) {
            depth = 1;
        }
        afterBegin = word && mayBegin && lexer.isWord("BEGIN");
        if (afterBegin) {
            line = lexer.line();
        }
    }

    private void nest(Lexer lexer) {
        if (lexer.isWord("CASE")) {
            depth++;
        } else if (lexer.isWord("END")) {
            depth--;
        }
    }
}
