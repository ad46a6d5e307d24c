package dev.athanor.migration.autoconfigure.autogenerate;

import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.SchemaObject;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Matches the names of objects, with {@code *} for any text: {@code table app_*}, or {@code app_*} for every kind.
 *
 * @param include patterns of what is compared; empty for everything
 * @param exclude patterns of what is not compared
 */
record ObjectPatterns(List<Pattern> include, List<Pattern> exclude) implements Predicate<SchemaObject> {

    static ObjectPatterns of(List<String> include, List<String> exclude) {
        return new ObjectPatterns(compiled(include), compiled(exclude));
    }

    private static List<Pattern> compiled(List<String> patterns) {
        return patterns.stream().map(ObjectPatterns::compiled).toList();
    }

    private static Pattern compiled(String pattern) {
        return Pattern.compile(List.of(pattern.strip().split("\\*", -1)).stream()
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }

    @Override
    public boolean test(SchemaObject object) {
        return (include.isEmpty() || matches(include, object) || matches(include, table(object)))
                && !matches(exclude, object);
    }

    private static boolean matches(List<Pattern> patterns, SchemaObject object) {
        String named = object.toString();
        String name = named.substring(object.kind().words().length() + 1);
        return patterns.stream()
                .anyMatch(pattern -> pattern.matcher(named).matches()
                        || pattern.matcher(name).matches());
    }

    /** Returns the table of an object that is part of one, or the object itself. */
    private static SchemaObject table(SchemaObject object) {
        return switch (object.kind()) {
            case COLUMN, CONSTRAINT, INDEX, TRIGGER, RULE, POLICY -> SchemaObject.of(ObjectKind.TABLE, object.name());
            default -> object;
        };
    }
}
