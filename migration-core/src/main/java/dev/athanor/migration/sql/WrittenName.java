package dev.athanor.migration.sql;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Represents a name of one or two parts, read from SQL: {@code id}, {@code app."Users"}.
 *
 * @param first the part before the dot; null if there is none
 * @param last the last part
 * @since 0.1.0
 */
public record WrittenName(@Nullable String first, String last) {

    /** Returns the name that a text is, or empty if it is not a name. */
    public static Optional<WrittenName> parse(String text) {
        try {
            Tokens tokens = Tokens.of(text);
            String name = part(tokens);
            if (name == null || tokens.current().kind() == TokenKind.END) {
                return Optional.ofNullable(name).map(only -> new WrittenName(null, only));
            }
            String second = tokens.take(TokenKind.DOT) ? part(tokens) : null;
            return second == null || tokens.current().kind() != TokenKind.END
                    ? Optional.empty()
                    : Optional.of(new WrittenName(name, second));
        } catch (SqlSyntaxException unfinished) {
            return Optional.empty();
        }
    }

    private static @Nullable String part(Tokens tokens) {
        return tokens.current().isName() ? tokens.take().name() : null;
    }
}
