package dev.athanor.migration.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Represents an index of a table or of a materialized view, other than the index of a constraint. The index is in the
 * schema of its table.
 *
 * @param method the access method: {@code btree}
 * @param include additional columns besides the keys
 * @param nullsNotDistinct whether two nulls are the same value (PostgreSQL 15)
 * @param predicate in SQL, without {@code WHERE}; null for every row
 * @param options storage parameters: {@code fillfactor}
 * @param valid false if a concurrent build was interrupted
 * @since 0.1.0
 */
public record Index(
        String name,
        String method,
        boolean unique,
        boolean nullsNotDistinct,
        List<IndexKey> keys,
        List<String> include,
        @Nullable String predicate,
        Map<String, String> options,
        boolean valid,
        @Nullable String comment)
        implements SchemaElement, Comparable<Index> {

    public Index {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** Creates a btree index on columns. */
    public static Index of(String name, List<String> columns) {
        return new Index(
                name,
                "btree",
                false,
                false,
                columns.stream().map(IndexKey::ofColumn).toList(),
                List.of(),
                null,
                Map.of(),
                true,
                null);
    }

    /** Returns the index with another name. */
    public Index withName(String other) {
        return new Index(other, method, unique, nullsNotDistinct, keys, include, predicate, options, valid, comment);
    }

    /** Returns its name as a part of a table or materialized view. */
    public SchemaObject object(QualifiedName table) {
        return new SchemaObject(ObjectKind.INDEX, table, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.index(this);
    }

    @Override
    public Index withComment(@Nullable String other) {
        return new Index(name, method, unique, nullsNotDistinct, keys, include, predicate, options, valid, other);
    }

    @Override
    public int compareTo(Index other) {
        return name.compareTo(other.name);
    }
}
