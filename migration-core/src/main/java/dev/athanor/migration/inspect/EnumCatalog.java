package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.EnumType;
import java.util.List;

/** Reads the enum types. */
final class EnumCatalog {

    private static final String QUERY = """
            SELECT n.nspname AS schema, t.typname AS name, m.description,
                   ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)
                       AS labels
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"""
            + Fragments.comment("pg_type", "t.oid") + "WHERE t.typtype = 'e' AND n.nspname = ANY (?) AND"
            + Fragments.own("pg_type", "t.oid");

    private EnumCatalog() {}

    static List<EnumType> read(Catalog catalog) {
        return catalog.query(
                QUERY,
                (row, number) -> new EnumType(
                        catalog.name(row, ""), ArrayColumns.texts(row, "labels"), row.getString("description")));
    }
}
