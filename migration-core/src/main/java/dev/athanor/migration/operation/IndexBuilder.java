package dev.athanor.migration.operation;

import dev.athanor.migration.operation.IndexOperation.Build;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.IndexKey;
import dev.athanor.migration.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an index is to be; a btree unless said otherwise.
 *
 * @since 0.1.0
 */
public final class IndexBuilder {

    private final List<IndexKey> keys = new ArrayList<>();
    private final List<String> include = new ArrayList<>();
    private final Map<String, String> options = new TreeMap<>();
    private String method = "btree";
    private boolean unique;
    private boolean nullsNotDistinct;
    private Build build = Build.LOCKING;
    private Existence existence = Existence.EXPECTED;
    private @Nullable String predicate;
    private @Nullable String comment;

    IndexBuilder() {}

    /** By columns, smallest first. */
    public IndexBuilder on(String... columns) {
        for (String column : columns) {
            keys.add(IndexKey.ofColumn(column));
        }
        return this;
    }

    /** By an expression in SQL: {@code lower(name)}. */
    public IndexBuilder onExpression(String expression) {
        keys.add(IndexKey.ofExpression(expression));
        return this;
    }

    /** By columns or expressions with an order, a collation or an operator class of their own. */
    public IndexBuilder on(IndexKey... wanted) {
        keys.addAll(List.of(wanted));
        return this;
    }

    /** {@code USING}: `gin`, `gist`, `brin`, `hash` … */
    public IndexBuilder using(String accessMethod) {
        method = accessMethod;
        return this;
    }

    /** {@code UNIQUE}. */
    public IndexBuilder unique() {
        unique = true;
        return this;
    }

    /** {@code NULLS NOT DISTINCT} (PostgreSQL 15). */
    public IndexBuilder nullsNotDistinct() {
        nullsNotDistinct = true;
        return this;
    }

    /** {@code INCLUDE}. */
    public IndexBuilder include(String... columns) {
        include.addAll(List.of(columns));
        return this;
    }

    /** {@code WHERE}, in SQL. */
    public IndexBuilder where(String condition) {
        predicate = condition;
        return this;
    }

    /** {@code WITH (…)}, one storage parameter. */
    public IndexBuilder with(String parameter, String value) {
        options.put(parameter, value);
        return this;
    }

    /** {@code COMMENT ON INDEX}. */
    public IndexBuilder comment(String text) {
        comment = text;
        return this;
    }

    /** {@code CONCURRENTLY}: in a revision with {@code transaction=none}. */
    public IndexBuilder concurrently() {
        build = Build.CONCURRENTLY;
        return this;
    }

    /** {@code IF NOT EXISTS}. */
    public IndexBuilder ifNotExists() {
        existence = Existence.IF_NEEDED;
        return this;
    }

    Index index(String name) {
        return new Index(name, method, unique, nullsNotDistinct, keys, include, predicate, options, true, comment);
    }

    CreateIndex creation(QualifiedName table, String name) {
        return new CreateIndex(table, index(name), build, existence);
    }

    List<String> columnsForName() {
        return keys.stream()
                .map(key -> key.column() == null ? "expr" : key.column())
                .toList();
    }
}
