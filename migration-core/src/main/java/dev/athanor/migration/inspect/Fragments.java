package dev.athanor.migration.inspect;

/** Parts that the queries share. */
final class Fragments {

    private Fragments() {}

    /** Joins the comment on an object: column {@code description}. */
    static String comment(String catalog, String oid) {
        return " LEFT JOIN pg_description m ON m.objoid = " + oid + " AND m.classoid = '" + catalog
                + "'::regclass AND m.objsubid = 0 ";
    }

    /** That no extension owns an object. */
    static String own(String catalog, String oid) {
        return " NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = " + oid + " AND e.classid = '" + catalog
                + "'::regclass AND e.deptype = 'e') ";
    }
}
