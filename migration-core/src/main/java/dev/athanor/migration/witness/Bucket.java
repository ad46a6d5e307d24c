package dev.athanor.migration.witness;

/**
 * Identifies some neighbouring rows of a catalog, which are read together.
 *
 * @param catalog the oid of the catalog
 * @param number the oid by which the rows are put into buckets, divided by the size
 */
record Bucket(long catalog, long number) {

    /** The number of oids in a bucket: few enough to be read again, enough to be listed quickly. */
    static final int SIZE = 32;
}
