package dev.athanor.migration.directive;

import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Table.PartitionOf;
import dev.athanor.migration.schema.Table.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Describes how a table is stored; it is an ordinary table unless stated otherwise.
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

    /** Sets {@code UNLOGGED}. */
    public StorageBuilder unlogged() {
        unlogged = true;
        return this;
    }

    /** Sets {@code PARTITION BY}, for example {@code RANGE (created_at)}. */
    public StorageBuilder partitionBy(String strategyAndKey) {
        partitionBy = strategyAndKey;
        return this;
    }

    /** Sets {@code PARTITION OF}, with {@code FOR VALUES …} or {@code DEFAULT}. */
    public StorageBuilder partitionOf(String parent, String bound) {
        return partitionOf(naming.named(parent), bound);
    }

    /** Sets {@code PARTITION OF} for a parent in another schema. */
    public StorageBuilder partitionOf(QualifiedName parent, String bound) {
        partitionOf = new PartitionOf(parent, bound);
        return this;
    }

    /** Adds a parent table ({@code INHERITS}). */
    public StorageBuilder inherits(String parent) {
        return inherits(naming.named(parent));
    }

    /** Adds a parent table in another schema ({@code INHERITS}). */
    public StorageBuilder inherits(QualifiedName parent) {
        parents.add(parent);
        return this;
    }

    /** Sets one storage parameter ({@code WITH (…)}). */
    public StorageBuilder with(String parameter, String value) {
        options.put(parameter, value);
        return this;
    }

    Storage storage() {
        return new Storage(unlogged, partitionBy, partitionOf, parents, options);
    }
}
