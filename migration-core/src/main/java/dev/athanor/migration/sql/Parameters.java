package dev.athanor.migration.sql;

import dev.athanor.migration.error.MigrationException;
import java.util.List;

/**
 * Puts values where a statement has {@code ?}; {@code ??} stands for the operator {@code ?}.
 *
 * @since 0.1.0
 */
public final class Parameters {

    private final String sql;
    private final List<String> values;
    private final StringBuilder text = new StringBuilder();
    private int copied;
    private int used;

    /**
     * @param sql the statement, with the {@code ?}
     * @param values as SQL, in the order of the {@code ?}
     */
    public Parameters(String sql, List<String> values) {
        this.sql = sql;
        this.values = List.copyOf(values);
    }

    /** Returns the statement with the values in it. */
    public String inserted() {
        Lexer lexer = new Lexer(sql, 0, sql.length(), 1);
        for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
            if (kind == TokenKind.SYMBOL && sql.charAt(lexer.start()) == '?') {
                accept(lexer);
            }
        }
        if (used != values.size()) {
            throw mismatch();
        }
        return text.append(sql, copied, sql.length()).toString();
    }

    private void accept(Lexer lexer) {
        text.append(sql, copied, lexer.start());
        boolean doubled = sql.startsWith("?", lexer.end());
        copied = lexer.end() + (doubled ? 1 : 0);
        if (doubled) {
            text.append('?');
            lexer.resumeAt(copied);
        } else {
            append(used < values.size() ? values.get(used) : "");
            used++;
        }
    }

    private void append(String value) {
        char before = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        if (before == '-' || Characters.continuesWord(before)) {
            text.append(' ');
        }
        text.append(value);
    }

    private MigrationException mismatch() {
        return new MigrationException(
                "A statement has " + used + " parameters, and " + values.size() + " values are given: " + sql.strip(),
                "Give a value for each ?, and write ?? for the operator.");
    }
}
