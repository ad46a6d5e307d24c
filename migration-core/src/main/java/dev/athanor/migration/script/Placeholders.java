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
 * Defines the values of {@code ${name}} in the statements of a script. If no placeholder is defined, {@code ${…}} is
 * ordinary text.
 *
 * <p>Placeholders are replaced in the text, before it is split into statements: in code, in strings and inside dollar
 * quotes, but never in comments. A dollar sign that belongs to a dollar quote does not begin a placeholder: {@code
 * $${name}$$} is the string <code>{name}</code>.
 *
 * <p>The values of secret placeholders are sent to the server but never shown, see {@link #isSecret}.
 *
 * @param values the values by name; a name consists of letters, digits, {@code _}, {@code .} and {@code -}
 * @since 0.1.0
 */
public record Placeholders(Map<String, String> values) {

    private static final Set<String> SECRET = Set.of("password", "passwd", "secret", "token", "key", "credential");

    public Placeholders {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        values.keySet().forEach(Placeholders::check);
    }

    /** Returns an instance that defines no placeholder. */
    public static Placeholders none() {
        return new Placeholders(Map.of());
    }

    /** Returns whether no placeholder is defined. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * Returns whether the value of a placeholder with this name must not be shown, because the name contains a word
     * such as password, secret, token or key.
     */
    public static boolean isSecret(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return SECRET.stream().anyMatch(lowerCase::contains);
    }

    /** Returns the secret placeholders only. */
    public Placeholders secretsOnly() {
        return new Placeholders(secrets());
    }

    /** Returns the same placeholders, but with each secret one replaced by its own {@code ${name}}. */
    Placeholders withSecretsHidden() {
        Map<String, String> hidden = new TreeMap<>(values);
        secrets().keySet().forEach(name -> hidden.put(name, "${" + name + "}"));
        return new Placeholders(hidden);
    }

    /** Returns the text with each secret value replaced by its placeholder. */
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

    /** Returns the names only, never a value. */
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
                    "Placeholder name '" + name + "' is not valid.",
                    "Rename migration.placeholders." + name + ": a name has letters, digits, '_', '.' and '-'.");
        }
    }
}
