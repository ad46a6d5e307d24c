package dev.athanor.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * Holds how PostgreSQL stores, guards and replicates a table or a materialized view.
 *
 * @param rowSecurity whether policies apply
 * @param replicaIdentity how replication identifies a row
 * @param clusteredOn the index or constraint by which {@code CLUSTER} sorts; null for none
 * @param accessMethod the table access method; null for {@code heap}
 * @param tablespace the tablespace; null for that of the database
 * @param ofType the composite type of a typed table; null for another table
 * @since 0.1.0
 */
public record RelationSettings(
        RowSecurity rowSecurity,
        ReplicaIdentity replicaIdentity,
        @Nullable String clusteredOn,
        @Nullable String accessMethod,
        @Nullable String tablespace,
        @Nullable QualifiedName ofType)
        implements ObjectSettings {

    /** Holds what a new table has. */
    public static final RelationSettings NONE =
            new RelationSettings(RowSecurity.OFF, ReplicaIdentity.DEFAULT, null, null, null, null);

    /**
     * Tells whether policies apply.
     *
     * @param enabled whether they apply to other roles than the owner
     * @param forced whether they apply to the owner as well
     */
    public record RowSecurity(boolean enabled, boolean forced) {

        /** Applies no policies. */
        public static final RowSecurity OFF = new RowSecurity(false, false);
    }

    /**
     * Tells how replication identifies a row.
     *
     * @param index the unique index or key, for {@link Mode#INDEX}; null if it is gone, and otherwise
     */
    public record ReplicaIdentity(Mode mode, @Nullable String index) {

        /** Identifies a row by its primary key. */
        public static final ReplicaIdentity DEFAULT = new ReplicaIdentity(Mode.DEFAULT, null);

        /** Identifies no row, because the index is gone that did. */
        public static final ReplicaIdentity LOST = new ReplicaIdentity(Mode.INDEX, null);

        /** Returns the identity by an index. */
        public static ReplicaIdentity using(String index) {
            return new ReplicaIdentity(Mode.INDEX, index);
        }

        /** Lists the ways to identify a row. */
        public enum Mode {
            /** By the primary key. */
            DEFAULT,
            /** By all columns. */
            FULL,
            /** Not at all. */
            NOTHING,
            /** By the columns of an index. */
            INDEX
        }
    }

    /** Returns the settings with another index for {@code CLUSTER}; null for none. */
    public RelationSettings withClusteredOn(@Nullable String other) {
        return new RelationSettings(rowSecurity, replicaIdentity, other, accessMethod, tablespace, ofType);
    }

    /** Returns the settings with another replica identity. */
    public RelationSettings withReplicaIdentity(ReplicaIdentity other) {
        return new RelationSettings(rowSecurity, other, clusteredOn, accessMethod, tablespace, ofType);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.relation(this);
    }
}
