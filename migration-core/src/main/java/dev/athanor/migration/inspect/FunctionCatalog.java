package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.Function;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads the functions and procedures, without those that belong to a type, such as the input of a base type. */
final class FunctionCatalog {

    private static final String QUERY = """
            SELECT n.nspname AS schema, p.proname AS name, p.prokind = 'p' AS procedure, m.description,
                   pg_get_function_identity_arguments(p.oid) AS arguments, pg_get_functiondef(p.oid) AS definition,
                   quote_ident(n.nspname) || '.' AS prefix
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"""
            + Fragments.comment("pg_proc", "p.oid")
            + "WHERE p.prokind IN ('f', 'p') AND n.nspname = ANY (?) AND NOT EXISTS (SELECT FROM pg_depend e"
            + " WHERE e.objid = p.oid AND e.classid = 'pg_proc'::regclass AND e.deptype IN ('e', 'i'))"
            + " AND NOT EXISTS (SELECT FROM pg_depend t WHERE t.classid = 'pg_type'::regclass"
            + " AND t.refclassid = 'pg_proc'::regclass AND t.refobjid = p.oid AND"
            + Fragments.eachOther("t.objid", "p.oid")
            + ")";

    private FunctionCatalog() {}

    static List<Function> read(Catalog catalog) {
        return catalog.query(QUERY, (row, number) -> function(catalog, row));
    }

    private static Function function(Catalog catalog, ResultSet row) throws SQLException {
        return new Function(
                catalog.name(row, ""),
                row.getString("arguments"),
                row.getBoolean("procedure") ? Function.Kind.PROCEDURE : Function.Kind.FUNCTION,
                definition(catalog, row),
                row.getString("description"));
    }

    /**
     * Returns the definition. The server always prints the schema, which is removed for the schema that migrations run
     * in, as for all other objects.
     */
    private static String definition(Catalog catalog, ResultSet row) throws SQLException {
        String definition = row.getString("definition").stripTrailing();
        if (!catalog.scope().schema().equals(row.getString("schema"))) {
            return definition;
        }
        String prefix = row.getString("prefix");
        int at = definition.indexOf(prefix);
        return definition.substring(0, at) + definition.substring(at + prefix.length());
    }
}
