package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Reads the views and materialized views. */
final class ViewCatalog {

    private static final String QUERY = """
            SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relkind = 'm' AS materialized, c.reloptions,
                   pg_get_viewdef(c.oid, true) AS definition, m.description
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"""
            + Fragments.comment("pg_class", "c.oid")
            + "WHERE c.relkind IN ('v', 'm') AND c.relpersistence <> 't' AND n.nspname = ANY (?) AND"
            + Fragments.own("pg_class", "c.oid");

    private ViewCatalog() {}

    /**
     * Returns the views.
     *
     * @param indexes the indexes by the id of their table
     */
    static List<View> read(Catalog catalog, Map<Long, List<CatalogIndex>> indexes) {
        return catalog.query(QUERY, (row, number) -> view(catalog, row, indexes));
    }

    private static View view(Catalog catalog, ResultSet row, Map<Long, List<CatalogIndex>> indexes)
            throws SQLException {
        return new View(
                catalog.name(row, ""),
                row.getBoolean("materialized"),
                definition(row.getString("definition")),
                ArrayColumns.options(row, "reloptions"),
                TableCatalog.free(indexes.getOrDefault(row.getLong("oid"), List.of())),
                row.getString("description"));
    }

    private static String definition(String printed) {
        String query = printed.strip();
        return Expressions.query(query.endsWith(";") ? query.substring(0, query.length() - 1) : query);
    }
}
