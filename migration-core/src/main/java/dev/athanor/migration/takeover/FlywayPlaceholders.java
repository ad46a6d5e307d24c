package dev.athanor.migration.takeover;

import dev.athanor.migration.takeover.FlywaySettings.Substitution;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites Flyway's placeholders to ours, and keeps the values of those that are used. */
final class FlywayPlaceholders {

    private static final String OWN = "flyway";
    private static final String FILE_NAME = "filename";
    private static final String TIMESTAMP = "timestamp";

    private final Substitution substitution;
    private final Pattern pattern;
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> used = new TreeMap<>();

    /**
     * Creates the rewriting.
     *
     * @param own the values of Flyway's own placeholders by name
     */
    FlywayPlaceholders(Substitution substitution, Map<String, String> own) {
        this.substitution = substitution;
        this.pattern = Pattern.compile(
                Pattern.quote(substitution.prefix()) + "(.*?)" + Pattern.quote(substitution.suffix()), Pattern.DOTALL);
        values.putAll(substitution.values());
        own.forEach((name, value) -> values.put(OWN + substitution.separator() + name, value));
    }

    /** Returns the text with placeholders as we write them; the name of the file is written in its place. */
    String rewritten(FlywayMigration migration, FlywayMigration.Sql sql) {
        return sql.replaced() ? replaced(sql.text(), name -> ours(migration, name)) : sql.text();
    }

    private Optional<String> ours(FlywayMigration migration, String name) {
        if (isOwn(name, FILE_NAME)) {
            return Optional.of(name(migration.script()));
        }
        String value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        String ours = named(name);
        used.put(ours, value);
        return Optional.of("${" + ours + "}");
    }

    private String named(String name) {
        String configured = values.keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
        String plain = configured
                        .toLowerCase(Locale.ROOT)
                        .startsWith(OWN + substitution.separator().toLowerCase(Locale.ROOT))
                ? OWN + "."
                        + configured.substring(
                                OWN.length() + substitution.separator().length())
                : configured;
        return plain.replaceAll("[^\\p{L}\\p{N}_.-]", "_");
    }

    /** Returns the checksum that Flyway computes for a repeatable migration: of the text with the values in it. */
    int checksum(FlywayMigration migration, FlywayMigration.Sql sql) {
        return FlywayChecksum.of(
                sql.replaced()
                        ? replaced(
                                sql.text(),
                                name -> isOwn(name, FILE_NAME)
                                        ? Optional.of(name(migration.script()))
                                        : Optional.ofNullable(values.get(name)))
                        : sql.text());
    }

    /** Returns whether a repeatable migration has the time in it, so that Flyway runs it each time. */
    boolean runsEachTime(FlywayMigration.Sql sql) {
        return sql.replaced()
                && pattern.matcher(sql.text()).results().anyMatch(found -> isOwn(found.group(1), TIMESTAMP));
    }

    private boolean isOwn(String name, String own) {
        return name.equalsIgnoreCase(OWN + substitution.separator() + own);
    }

    private String replaced(String text, Function<String, Optional<String>> value) {
        return pattern.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(value.apply(found.group(1)).orElse(found.group())));
    }

    private static String name(String script) {
        return script.substring(script.lastIndexOf('/') + 1);
    }

    /** Returns the placeholders that the rewritten texts use, with their values. */
    Map<String, String> used() {
        return used;
    }
}
