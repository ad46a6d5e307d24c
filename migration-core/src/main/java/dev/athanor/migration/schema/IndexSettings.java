package dev.athanor.migration.schema;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds how PostgreSQL stores an index or the index of a constraint, and counts the values of its expressions.
 *
 * @param statistics the statistics targets by the number of the key, from 1
 * @param tablespace the tablespace; null for that of the database
 * @param comment the comment on the index of a constraint; null for none, and for other indexes
 * @since 0.1.0
 */
public record IndexSettings(
        Map<Integer, Integer> statistics,
        @Nullable String tablespace,
        @Nullable String comment) implements ObjectSettings {

    /** Holds what a new index has. */
    public static final IndexSettings NONE = new IndexSettings(Map.of(), null, null);

    public IndexSettings {
        statistics = Collections.unmodifiableMap(new TreeMap<>(statistics));
    }

    /** Returns the settings with another comment; null for none. */
    public IndexSettings withComment(@Nullable String other) {
        return new IndexSettings(statistics, tablespace, other);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.index(this);
    }
}
