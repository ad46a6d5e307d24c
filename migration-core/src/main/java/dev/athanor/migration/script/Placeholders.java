package dev.athanor.migration.script;

import dev.athanor.migration.error.MigrationException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What {@code ${name}} stands for in the statements of a script. Where none is defined, {@code ${…}} is ordinary text.
 *
 * <p>Replaced is text, before statements are told apart: in code, in strings and inside dollar quotes, never in
 * comments. A dollar sign that belongs to a dollar quote begins no placeholder: {@code $${name}$$} is the string
 * <code>{name}</code>.
 *
 * <p>The values of secret ones are sent to the server and shown nowhere: {@link #isSecret}.
 *
 * @param values by name; a name has letters, digits, {@code _}, {@code .} and {@code -}
 * @since 0.1.0
 */
public record Placeholders(Map<String, String> values) {

    private static final Set<String> SECRET = Set.of("password", "passwd", "secret", "token", "key", "credential");

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

    /** Whether the value of a placeholder of that name must not be shown: it names a password, secret, token or key. */
    public static boolean isSecret(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return SECRET.stream().anyMatch(lowerCase::contains);
    }

    /** The secret ones alone. */
    public Placeholders secretsOnly() {
        return new Placeholders(secrets());
    }

    /** The same, with the secret ones standing for themselves. */
    Placeholders withSecretsHidden() {
        Map<String, String> hidden = new TreeMap<>(values);
        secrets().keySet().forEach(name -> hidden.put(name, "${" + name + "}"));
        return new Placeholders(hidden);
    }

    /** A text in which secret values are shown as their placeholders. */
    public String mask(String text) {
        String masked = text;
        for (Map.Entry<String, String> secret : longestFirst()) {
            masked = masked.replace(secret.getValue(), "${" + secret.getKey() + "}");
        }
        return masked;
    }

    private List<Map.Entry<String, String>> longestFirst() {
        Comparator<Map.Entry<String, String>> length =
                Comparator.comparingInt(secret -> -secret.getValue().length());
        return secrets().entrySet().stream()
                .filter(secret -> !secret.getValue().isEmpty())
                .sorted(length)
                .toList();
    }

    private Map<String, String> secrets() {
        Map<String, String> secrets = new TreeMap<>(values);
        secrets.keySet().removeIf(name -> !isSecret(name));
        return secrets;
    }

    /** Never shows a value. */
    @Override
    public String toString() {
        return "Placeholders" + values.keySet();
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
