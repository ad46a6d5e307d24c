package dev.athanor.migration.schema;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds how PostgreSQL stores and counts the values of a column, and what it knows about a column of a view.
 *
 * @param storage where long values are kept; null for the way of the type
 * @param compression how long values are compressed: {@code lz4}; null for the server's default
 * @param statistics the statistics target; null for the server's default
 * @param options {@code n_distinct} and {@code n_distinct_inherited}
 * @param defaultExpression the default of a view's column in SQL; null for none, and for the columns of a table
 * @param comment the comment on a view's column; null for none, and for the columns of a table
 * @since 0.1.0
 */
public record ColumnSettings(
        @Nullable Storage storage,
        @Nullable String compression,
        @Nullable Integer statistics,
        Map<String, String> options,
        @Nullable String defaultExpression,
        @Nullable String comment)
        implements ObjectSettings {

    /** Holds what a new column has. */
    public static final ColumnSettings NONE = new ColumnSettings(null, null, null, Map.of(), null, null);

    public ColumnSettings {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /**
     * Tells where long values are kept.
     *
     * @param mode {@code PLAIN}, {@code EXTERNAL}, {@code MAIN} or {@code EXTENDED}
     * @param ofType the mode that the type of the column has, which the column had before and has after this one
     */
    public record Storage(String mode, String ofType) {}

    /** Returns the settings with this storage and compression. */
    public ColumnSettings withStorage(@Nullable Storage other, @Nullable String otherCompression) {
        return new ColumnSettings(other, otherCompression, statistics, options, defaultExpression, comment);
    }

    /** Returns the settings with another comment; null for none. */
    public ColumnSettings withComment(@Nullable String other) {
        return new ColumnSettings(storage, compression, statistics, options, defaultExpression, other);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.column(this);
    }
}
