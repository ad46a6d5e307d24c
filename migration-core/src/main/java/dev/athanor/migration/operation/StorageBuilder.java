package dev.athanor.migration.operation;

import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Table.PartitionOf;
import dev.athanor.migration.schema.Table.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a table is to be kept; an ordinary one unless said otherwise.
 *
 * @since 0.1.0
 */
public final class StorageBuilder {

    private final Naming naming;
    private final List<QualifiedName> parents = new ArrayList<>();
    private final Map<String, String> options = new TreeMap<>();
    private boolean unlogged;
    private @Nullable String partitionBy;
    private @Nullable PartitionOf partitionOf;

    StorageBuilder(Naming naming) {
        this.naming = naming;
    }

    /** {@code UNLOGGED}. */
    public StorageBuilder unlogged() {
        unlogged = true;
        return this;
    }

    /** {@code PARTITION BY}: {@code RANGE (created_at)}. */
    public StorageBuilder partitionBy(String strategyAndKey) {
        partitionBy = strategyAndKey;
        return this;
    }

    /** {@code PARTITION OF}, with {@code FOR VALUES …} or {@code DEFAULT}. */
    public StorageBuilder partitionOf(String parent, String bound) {
        return partitionOf(naming.named(parent), bound);
    }

    /** {@code PARTITION OF} a table in another schema. */
    public StorageBuilder partitionOf(QualifiedName parent, String bound) {
        partitionOf = new PartitionOf(parent, bound);
        return this;
    }

    /** {@code INHERITS}. */
    public StorageBuilder inherits(String parent) {
        return inherits(naming.named(parent));
    }

    /** {@code INHERITS} a table in another schema. */
    public StorageBuilder inherits(QualifiedName parent) {
        parents.add(parent);
        return this;
    }

    /** {@code WITH (…)}, one storage parameter. */
    public StorageBuilder with(String parameter, String value) {
        options.put(parameter, value);
        return this;
    }

    Storage storage() {
        return new Storage(unlogged, partitionBy, partitionOf, parents, options);
    }
}
