package dev.athanor.migration.autogenerate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person has decided before a revision is generated.
 *
 * @param renames what only gets another name: {@code users=accounts}, {@code users.name=full_name}
 * @param values expressions for the rows that are there when a column becomes required, by {@code table.column}
 */
public record Choices(List<String> renames, Map<String, String> values) {

    /** Nothing is decided. */
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
