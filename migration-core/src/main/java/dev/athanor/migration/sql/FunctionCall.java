package dev.athanor.migration.sql;

/**
 * Tells whether an expression is one call of a function, which needs no parentheses as the key of an index.
 *
 * @since 0.1.0
 */
public final class FunctionCall {

    private FunctionCall() {}

    /** Tells whether the expression is one call. */
    public static boolean is(String expression) {
        Lexer lexer = new Lexer(expression, 0, expression.length(), 1);
        if (lexer.next() != TokenKind.WORD
                || Keywords.needQuotes(expression.substring(0, lexer.end()).strip())) {
            return false;
        }
        return lexer.next() == TokenKind.OPEN && closesAtTheEnd(lexer);
    }

    private static boolean closesAtTheEnd(Lexer lexer) {
        int depth = 1;
        while (depth > 0) {
            TokenKind kind = lexer.next();
            if (kind == TokenKind.END) {
                return false;
            }
            depth += kind == TokenKind.OPEN ? 1 : kind == TokenKind.CLOSE ? -1 : 0;
        }
        return lexer.next() == TokenKind.END;
    }
}
