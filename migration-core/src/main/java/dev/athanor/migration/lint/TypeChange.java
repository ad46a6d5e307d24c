package dev.athanor.migration.lint;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares two types of a column, as {@code format_type} writes them. */
final class TypeChange {

    private static final Pattern FORM = Pattern.compile("(.*?)(?:\\((\\d+)(?:,(-?\\d+))?\\))?((?: with| without).*)?");
    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final String TEXT = "text";

    /** Orders families of types from narrow to wide: each value of a type fits into the types after it. */
    private static final List<List<String>> WIDENING = List.of(
            List.of("smallint", "integer", "bigint", "numeric"),
            List.of("real", "double precision"),
            List.of("character", "character varying"),
            List.of(TEXT, "character varying"),
            List.of("date", "timestamp"),
            List.of("json", "jsonb"),
            List.of("jsonb", "json"));

    private static final Map<String, Integer> DIGITS = Map.of("smallint", 5, "integer", 10, "bigint", 19);

    private TypeChange() {}

    /**
     * Represents a type with its limits.
     *
     * @param size the digits or characters, or {@link #UNLIMITED}
     * @param scale the digits after the decimal point
     */
    private record Form(String base, int size, int scale) {

        static Form of(String type) {
            Matcher matcher = FORM.matcher(type);
            if (!matcher.matches()) {
                return new Form(type, UNLIMITED, 0);
            }
            String base = matcher.group(1);
            String size = matcher.group(2);
            String scale = matcher.group(3);
            return new Form(
                    base,
                    size == null ? DIGITS.getOrDefault(base, UNLIMITED) : Integer.parseInt(size),
                    scale == null ? 0 : Integer.parseInt(scale));
        }

        boolean fitsInto(Form other) {
            return other.size == UNLIMITED
                    || size != UNLIMITED && size - scale <= other.size - other.scale && scale <= other.scale;
        }
    }

    /** Returns whether the old type has values that the new type does not have. */
    static boolean narrows(String before, String after) {
        Form old = Form.of(before);
        Form now = Form.of(after);
        if (before.equals(after) || now.base().equals(TEXT)) {
            return false;
        }
        boolean family = old.base().equals(now.base())
                || WIDENING.stream()
                        .anyMatch(widening -> widening.contains(old.base())
                                && widening.indexOf(now.base()) > widening.indexOf(old.base()));
        return !family || !old.fitsInto(now);
    }
}
