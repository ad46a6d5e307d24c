package dev.athanor.migration.autogenerate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds what the user has decided before a revision is generated.
 *
 * @param renames the renames: {@code users=accounts}, {@code users.name=full_name}
 * @param values expressions for existing rows when a column becomes required, by {@code table.column}
 * @since 0.1.0
 */
public record Choices(List<String> renames, Map<String, String> values) {

    /** Decides nothing. */
    public static final Choices NONE = new Choices(List.of(), Map.of());

    public Choices {
        renames = List.copyOf(renames);
        values = Map.copyOf(values);
    }

    /** Returns the same with another renaming of a table, column, enum value, index or sequence. */
    public Choices withRename(String rename) {
        List<String> all = new ArrayList<>(renames);
        all.add(rename);
        return new Choices(all, values);
    }

    /** Returns the same with an expression for the rows of a column. */
    public Choices withValue(String column, String expression) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put(column, expression);
        return new Choices(renames, all);
    }
}
