package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.CompositeType;
import dev.athanor.migration.schema.CompositeType.Attribute;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the composite types, without the row types of tables. */
final class CompositeCatalog {

    private static final String QUERY = """
            SELECT n.nspname AS schema, t.typname AS name, m.description, a.names, a.types, a.collations
            FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
            JOIN pg_namespace n ON n.oid = t.typnamespace
            CROSS JOIN LATERAL (
                SELECT array_agg(a.attname::text ORDER BY a.attnum) AS names,
                       array_agg(format_type(a.atttypid, a.atttypmod) ORDER BY a.attnum) AS types,
                       array_agg(CASE WHEN a.attcollation <> y.typcollation THEN a.attcollation::regcollation::text END
                                 ORDER BY a.attnum) AS collations
                FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) a"""
            + Fragments.comment("pg_type", "t.oid") + "WHERE n.nspname = ANY (?) AND"
            + Fragments.own("pg_type", "t.oid");

    private CompositeCatalog() {}

    static List<CompositeType> read(Catalog catalog) {
        return catalog.query(
                QUERY,
                (row, number) ->
                        new CompositeType(catalog.name(row, ""), attributes(row), row.getString("description")));
    }

    private static List<Attribute> attributes(ResultSet row) throws SQLException {
        List<String> names = ArrayColumns.texts(row, "names");
        List<String> types = ArrayColumns.texts(row, "types");
        List<@Nullable String> collations = ArrayColumns.nullableTexts(row, "collations");
        List<Attribute> attributes = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            attributes.add(new Attribute(names.get(index), types.get(index), collations.get(index)));
        }
        return attributes;
    }
}
