package dev.athanor.migration.graph;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks which characters and lengths a revision id and a branch label may have. */
final class IdentifierRules {

    private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

    private IdentifierRules() {}

    /** Returns what is wrong with a revision id, or {@code null} if the id is valid. */
    static @Nullable String fault(String id) {
        return id.length() > RevisionId.MAX_LENGTH
                ? "has " + id.length() + " characters, the version table holds " + RevisionId.MAX_LENGTH
                : labelFault(id);
    }

    /**
     * Returns what is wrong with a branch label, or {@code null}. Labels have no maximum length, because the version
     * table never holds them.
     */
    static @Nullable String labelFault(String text) {
        if (text.isEmpty()) {
            return "is empty";
        }
        if (RESERVED.contains(text)) {
            return "is a word of the target syntax";
        }
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (!allowed(character)) {
                return "contains " + named(character);
            }
        }
        return null;
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
