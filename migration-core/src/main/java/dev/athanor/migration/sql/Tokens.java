package dev.athanor.migration.sql;

import java.util.ArrayList;
import java.util.List;

/** Holds the tokens of one statement, which can be read one after the other and looked up anywhere. */
final class Tokens {

    private final List<Token> all;
    private int next;

    private Tokens(List<Token> all) {
        this.all = List.copyOf(all);
    }

    /**
     * @throws SqlSyntaxException if a string, a quoted identifier or a comment has no end
     */
    static Tokens of(String sql) {
        List<Token> tokens = new ArrayList<>();
        Lexer lexer = new Lexer(sql, 0, sql.length(), 1);
        int depth = 0;
        for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
            if (kind != TokenKind.LINE_COMMENT && kind != TokenKind.BLOCK_COMMENT) {
                depth -= kind == TokenKind.CLOSE ? 1 : 0;
                String text = sql.substring(lexer.start(), lexer.end());
                tokens.add(new Token(kind, text, lexer.start(), lexer.end(), lexer.line(), depth));
                depth += kind == TokenKind.OPEN ? 1 : 0;
            }
        }
        tokens.add(new Token(TokenKind.END, "", sql.length(), sql.length(), lexer.line(), 0));
        return new Tokens(tokens);
    }

    /** Returns all tokens, including the end. */
    List<Token> all() {
        return all;
    }

    Token current() {
        return all.get(next);
    }

    Token following() {
        return all.get(Math.min(next + 1, all.size() - 1));
    }

    Token take() {
        Token taken = current();
        if (taken.kind() != TokenKind.END) {
            next++;
        }
        return taken;
    }

    boolean take(String keyword) {
        boolean found = current().is(keyword);
        if (found) {
            next++;
        }
        return found;
    }

    boolean take(TokenKind kind) {
        boolean found = current().kind() == kind;
        if (found) {
            next++;
        }
        return found;
    }

    /**
     * Returns the first occurrence of a key word outside of parentheses, from the current token on, or the end if
     * there is none.
     */
    Token find(String keyword) {
        for (int index = next; index < all.size(); index++) {
            Token token = all.get(index);
            if (token.depth() == 0 && token.is(keyword) && !follows(index, TokenKind.DOT)) {
                return token;
            }
        }
        return all.get(all.size() - 1);
    }

    private boolean follows(int index, TokenKind kind) {
        return index > 0 && all.get(index - 1).kind() == kind;
    }
}
