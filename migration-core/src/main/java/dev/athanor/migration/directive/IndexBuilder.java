package dev.athanor.migration.directive;

import dev.athanor.migration.operation.Existence;
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
 * Describes an index, which is a btree unless stated otherwise.
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

    /** Adds columns as keys. */
    public IndexBuilder on(String... columns) {
        for (String column : columns) {
            keys.add(IndexKey.ofColumn(column));
        }
        return this;
    }

    /** Adds an SQL expression as a key: {@code lower(name)}. */
    public IndexBuilder onExpression(String expression) {
        keys.add(IndexKey.ofExpression(expression));
        return this;
    }

    /** Adds columns or expressions with an order, a collation or an operator class. */
    public IndexBuilder on(IndexKey... wanted) {
        keys.addAll(List.of(wanted));
        return this;
    }

    /** Sets the access method ({@code USING}): `gin`, `gist`, `brin`, `hash` … */
    public IndexBuilder using(String accessMethod) {
        method = accessMethod;
        return this;
    }

    /** Sets {@code UNIQUE}. */
    public IndexBuilder unique() {
        unique = true;
        return this;
    }

    /** Sets {@code NULLS NOT DISTINCT} (PostgreSQL 15). */
    public IndexBuilder nullsNotDistinct() {
        nullsNotDistinct = true;
        return this;
    }

    /** Sets {@code INCLUDE}. */
    public IndexBuilder include(String... columns) {
        include.addAll(List.of(columns));
        return this;
    }

    /** Sets {@code WHERE}, in SQL. */
    public IndexBuilder where(String condition) {
        predicate = condition;
        return this;
    }

    /** Sets one storage parameter ({@code WITH (…)}). */
    public IndexBuilder with(String parameter, String value) {
        options.put(parameter, value);
        return this;
    }

    /** Sets the comment ({@code COMMENT ON INDEX}). */
    public IndexBuilder comment(String text) {
        comment = text;
        return this;
    }

    /** Sets {@code CONCURRENTLY}, which needs a revision with {@code transaction=none}. */
    public IndexBuilder concurrently() {
        build = Build.CONCURRENTLY;
        return this;
    }

    /** Sets {@code IF NOT EXISTS}. */
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
