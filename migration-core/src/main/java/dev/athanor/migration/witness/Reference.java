package dev.athanor.migration.witness;

/**
 * Describes what the values of a column of a catalog refer to. The sets are closed: a value is a plain value, the oid of
 * an object, an object with its catalog in a column beside it, or the number of a column of a table.
 */
sealed interface Reference {

    /** Stands for values that refer to nothing. */
    Reference NONE = new Plain();

    /** Refers to nothing. */
    record Plain() implements Reference {}

    /**
     * Holds oids, one or several, of the rows of one catalog.
     *
     * @param catalog the name of the catalog
     */
    record Objects(String catalog) implements Reference {}

    /**
     * Holds the oid of an object of any catalog.
     *
     * @param classColumn the position of the column with the oid of the catalog
     * @param subColumn the position of the column with the number of the object's part, or -1
     */
    record AnyObject(int classColumn, int subColumn) implements Reference {}

    /**
     * Holds numbers of columns, one or several.
     *
     * @param tableColumn the position of the column with the oid of the table
     */
    record ColumnNumbers(int tableColumn) implements Reference {}

    /** Holds the number of a part of an object, which is read together with the object. */
    record Part() implements Reference {}
}
