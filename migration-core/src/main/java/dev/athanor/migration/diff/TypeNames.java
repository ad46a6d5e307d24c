package dev.athanor.migration.diff;

import dev.athanor.migration.schema.QualifiedName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be known of a type by its name. */
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

    /** Whether PostgreSQL compares values of the one with values of the other. */
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

    /** Without its modifier: {@code numeric(10,2)} is {@code numeric}. */
    private static String bare(String type) {
        return type.replaceAll("\\(\\d+(?:,-?\\d+)?\\)", "");
    }

    /**
     * How a value is converted where PostgreSQL does not do it unasked.
     *
     * @param column quoted where needed
     * @return null where it does
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

    /** Whether a type is this one, or an array of it. */
    static boolean is(String type, QualifiedName name) {
        String element = isArray(type) ? type.substring(0, type.length() - 2) : type;
        return element.replaceAll("\"(?!\")", "").equals(name.toString());
    }

    static boolean isArray(String type) {
        return type.endsWith("[]");
    }
}
