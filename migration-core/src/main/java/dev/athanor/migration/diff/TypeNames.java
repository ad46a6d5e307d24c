package dev.athanor.migration.diff;

import dev.athanor.migration.schema.QualifiedName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Derives the properties of types from their names. */
final class TypeNames {

    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
            Set.of("text", "character varying", "character", "citext", "name"),
            Set.of("date", "timestamp without time zone", "timestamp with time zone"),
            Set.of("time without time zone", "time with time zone"),
            Set.of("json", "jsonb"),
            Set.of("bit", "bit varying"));

    private static final Set<String> TEXTS = FAMILIES.get(1);

    private TypeNames() {}

    /** Returns whether PostgreSQL compares values of the two types with each other. */
    static boolean areComparable(String some, String other) {
        Set<String> family = family(some);
        return family != null && family.contains(bare(other));
    }

    private static @Nullable Set<String> family(String type) {
        return FAMILIES.stream()
                .filter(family -> family.contains(bare(type)))
                .findFirst()
                .orElse(null);
    }

    /** Returns the type without its modifier: {@code numeric} for {@code numeric(10,2)}. */
    private static String bare(String type) {
        return type.replaceAll("\\(\\d+(?:,-?\\d+)?\\)", "");
    }

    /**
     * Returns the expression that converts a value if PostgreSQL does not convert it implicitly.
     *
     * @param column the column, quoted if needed
     * @return the expression, or {@code null} if PostgreSQL converts the value itself
     */
    static @Nullable String conversion(String column, String from, String to) {
        boolean assigned = areComparable(from, to) || TEXTS.contains(bare(to));
        if (assigned || from.equals(to)) {
            return null;
        }
        return column + (TEXTS.contains(bare(from)) ? "" : "::text" + brackets(from, to)) + "::" + to;
    }

    private static String brackets(String from, String to) {
        return from.endsWith("[]") && to.endsWith("[]") ? "[]" : "";
    }

    /** Returns whether a type is the named one, or an array of it. */
    static boolean is(String type, QualifiedName name) {
        String element = isArray(type) ? type.substring(0, type.length() - 2) : type;
        return element.replaceAll("\"(?!\")", "").equals(name.toString());
    }

    static boolean isArray(String type) {
        return type.endsWith("[]");
    }
}
