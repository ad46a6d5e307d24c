package dev.athanor.migration.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A view or a materialized view.
 *
 * @param materialized whether it keeps its rows
 * @param definition the query, as `pg_get_viewdef` prints it, without the semicolon
 * @param options `security_barrier` and its like
 * @param indexes those of a materialized view, sorted by name
 */
public record View(
        QualifiedName name,
        boolean materialized,
        String definition,
        Map<String, String> options,
        List<Index> indexes,
        @Nullable String comment)
        implements Comparable<View> {

    public View {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        indexes = indexes.stream().sorted().toList();
    }

    @Override
    public int compareTo(View other) {
        return name.compareTo(other.name);
    }
}
