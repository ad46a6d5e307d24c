package dev.athanor.migration.graph;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a revision id and a branch label may consist of. */
final class IdentifierRules {

    private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

    private IdentifierRules() {}

    static @Nullable String fault(String text) {
        if (text.isEmpty()) {
            return "is empty";
        }
        if (text.length() > RevisionId.MAX_LENGTH) {
            return "has " + text.length() + " characters, the version table holds " + RevisionId.MAX_LENGTH;
        }
        if (RESERVED.contains(text)) {
            return "is a word of the target syntax";
        }
        return text.chars()
                .filter(character -> !allowed(character))
                .mapToObj(character -> "contains " + named(character))
                .findFirst()
                .orElse(null);
    }

    private static boolean allowed(int character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '.';
    }

    private static String named(int character) {
        return Character.isISOControl(character) || Character.isWhitespace(character)
                ? String.format("the character U+%04X", character)
                : "'" + Character.toString(character) + "'";
    }
}
