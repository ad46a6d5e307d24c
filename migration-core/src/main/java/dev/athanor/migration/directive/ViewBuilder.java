package dev.athanor.migration.directive;

import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Describes a view or a materialized view.
 *
 * @since 0.1.0
 */
public final class ViewBuilder {

    private final Map<String, String> options = new TreeMap<>();
    private final List<Index> indexes = new ArrayList<>();
    private String query;
    private @Nullable String comment;

    ViewBuilder(String query) {
        this.query = query;
    }

    /** Sets the query ({@code AS}), in SQL. */
    public ViewBuilder query(String sql) {
        query = sql;
        return this;
    }

    /** Sets one option ({@code WITH (…)}): {@code security_barrier}. */
    public ViewBuilder with(String option, String value) {
        options.put(option, value);
        return this;
    }

    /** Adds an index of a materialized view. */
    public ViewBuilder index(String name, Consumer<IndexBuilder> definition) {
        IndexBuilder builder = new IndexBuilder();
        definition.accept(builder);
        indexes.add(builder.index(name));
        return this;
    }

    /** Sets the comment ({@code COMMENT ON VIEW}). */
    public ViewBuilder comment(String text) {
        comment = text;
        return this;
    }

    View view(QualifiedName name, boolean materialized) {
        return new View(name, materialized, query, options, indexes, comment);
    }
}
