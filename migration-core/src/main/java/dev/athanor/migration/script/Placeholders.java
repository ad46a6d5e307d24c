package dev.athanor.migration.script;

import dev.athanor.migration.error.MigrationException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code ${name}} stands for in the statements of a script. Where none is defined, {@code ${…}} is ordinary text.
 *
 * <p>Replaced is text, before statements are told apart: in code, in strings and inside dollar quotes, never in
 * comments. A dollar sign that belongs to a dollar quote begins no placeholder: {@code $${name}$$} is the string
 * <code>{name}</code>.
 *
 * @param values by name; a name has letters, digits, {@code _}, {@code .} and {@code -}
 */
public record Placeholders(Map<String, String> values) {

    public Placeholders {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        values.keySet().forEach(Placeholders::check);
    }

    /** No placeholder is defined. */
    public static Placeholders none() {
        return new Placeholders(Map.of());
    }

    /** Whether nothing is to be replaced. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    static boolean inName(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '.' || character == '-';
    }

    private static void check(String name) {
        if (name.isEmpty() || !name.chars().allMatch(character -> inName((char) character))) {
            throw new MigrationException(
                    "Placeholder name '" + name + "' is not legal.",
                    "Rename migration.placeholders." + name + ": a name has letters, digits, '_', '.' and '-'.");
        }
    }
}
