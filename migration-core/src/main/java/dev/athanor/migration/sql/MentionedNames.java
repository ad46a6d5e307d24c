package dev.athanor.migration.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the names in a statement, as written. Some of them may name tables, schemas, types and routines.
 *
 * @since 0.1.0
 */
public final class MentionedNames {

    private MentionedNames() {}

    /**
     * Returns each name once, with one or two parts; of {@code schema.table.column}, the parts before the last. The
     * list is empty if the statement cannot be split into tokens.
     */
    public static List<String> in(Statement statement) {
        try {
            return in(Tokens.of(statement.sql()));
        } catch (SqlSyntaxException unfinished) {
            return List.of();
        }
    }

    private static List<String> in(Tokens tokens) {
        Set<String> names = new LinkedHashSet<>();
        List<Token> parts = new ArrayList<>();
        TokenKind before = TokenKind.END;
        for (Token token : tokens.all()) {
            boolean goesOn =
                    token.isName() && before == TokenKind.DOT || token.kind() == TokenKind.DOT && !parts.isEmpty();
            if (!goesOn) {
                add(parts, names);
                parts.clear();
            }
            if (token.isName()) {
                parts.add(token);
            }
            before = token.kind();
        }
        return List.copyOf(names);
    }

    private static void add(List<Token> parts, Set<String> names) {
        for (int length = Math.min(2, parts.size()); length > 0; length--) {
            names.add(parts.subList(0, length).stream().map(Token::text).collect(Collectors.joining(".")));
        }
    }
}
