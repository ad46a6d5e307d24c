package dev.athanor.migration.sql;

import org.jspecify.annotations.Nullable;

/**
 * A name of one or two parts, read from SQL: {@code id}, {@code app."Users"}.
 *
 * @param first the part before the dot; null where there is none
 * @param last its own
 * @since 0.1.0
 */
public record WrittenName(@Nullable String first, String last) {

    /** The name that a text is; null where it is none. */
    public static @Nullable WrittenName parse(String text) {
        try {
            Tokens tokens = Tokens.of(text);
            String name = part(tokens);
            if (name == null || tokens.current().kind() == TokenKind.END) {
                return name == null ? null : new WrittenName(null, name);
            }
            String second = tokens.take(TokenKind.DOT) ? part(tokens) : null;
            return second == null || tokens.current().kind() != TokenKind.END ? null : new WrittenName(name, second);
        } catch (SqlSyntaxException unfinished) {
            return null;
        }
    }

    private static @Nullable String part(Tokens tokens) {
        return tokens.current().isName() ? tokens.take().name() : null;
    }
}
