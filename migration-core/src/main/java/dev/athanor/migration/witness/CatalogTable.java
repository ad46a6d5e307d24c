package dev.athanor.migration.witness;

import java.util.List;

/**
 * Describes a catalog.
 *
 * @param oid the oid of the catalog
 * @param name the name, such as {@code pg_class}
 * @param columns the columns that are read
 * @param key the positions of the columns that identify a row besides its oid, or all if no others do
 * @param namespace the position of the column with the schema that a row is in, or -1
 * @param queries how the rows are read
 */
record CatalogTable(
        long oid, String name, List<CatalogColumn> columns, List<Integer> key, int namespace, Queries queries) {

    /**
     * Holds how the rows are read.
     *
     * @param rows reads the rows, and ends with a condition
     * @param stamps reads for each bucket how many rows it has, and which versions of them
     * @param bucketed the number by which the rows are put into buckets
     */
    record Queries(String rows, String stamps, String bucketed) {}

    CatalogTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /** Returns the position of a column, or -1 if this version of the server does not have it. */
    int position(String column) {
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at).name().equals(column)) {
                return at;
            }
        }
        return -1;
    }
}
