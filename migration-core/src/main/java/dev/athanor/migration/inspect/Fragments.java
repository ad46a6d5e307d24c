package dev.athanor.migration.inspect;

/** Provides the parts that the queries share. */
final class Fragments {

    private Fragments() {}

    /** Returns the join of an object's comment, which adds the column {@code description}. */
    static String comment(String catalog, String oid) {
        return " LEFT JOIN pg_description m ON m.objoid = " + oid + " AND m.classoid = '" + catalog
                + "'::regclass AND m.objsubid = 0 ";
    }

    /** Returns the condition that a type and a function need each other, as a base type and its input function do. */
    static String eachOther(String type, String function) {
        return " EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_type'::regclass AND e.objid = " + type
                + " AND e.refclassid = 'pg_proc'::regclass AND e.refobjid = " + function
                + ") AND EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_proc'::regclass AND e.objid = "
                + function
                + " AND e.refclassid = 'pg_type'::regclass AND e.refobjid = " + type + ") ";
    }

    /** Returns the condition that an object does not belong to an extension. */
    static String own(String catalog, String oid) {
        return " NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = " + oid + " AND e.classid = '" + catalog
                + "'::regclass AND e.deptype = 'e') ";
    }
}
