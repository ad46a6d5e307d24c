package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Domain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the domains and their checks. */
final class DomainCatalog {

    private static final String QUERY = """
            SELECT t.oid, n.nspname AS schema, t.typname AS name, m.description, t.typnotnull,
                   format_type(t.typbasetype, t.typtypmod) AS type,
                   CASE WHEN t.typcollation <> b.typcollation THEN t.typcollation::regcollation::text END AS collation,
                   CASE WHEN t.typdefaultbin IS NULL THEN quote_literal(t.typdefault)
                        ELSE pg_get_expr(t.typdefaultbin, 0, true) END AS expression
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_type b ON b.oid = t.typbasetype"""
            + Fragments.comment("pg_type", "t.oid") + "WHERE t.typtype = 'd' AND n.nspname = ANY (?) AND"
            + Fragments.own("pg_type", "t.oid");

    private static final String CHECKS = """
            SELECT k.contypid, k.conname, k.convalidated, k.connoinherit, true AS enforced,
                   pg_get_expr(k.conbin, 0, true) AS expression, m.description
            FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace"""
            + Fragments.comment("pg_constraint", "k.oid")
            + "WHERE k.contypid <> 0 AND k.contype = 'c' AND n.nspname = ANY (?) ORDER BY k.conname";

    private DomainCatalog() {}

    static List<Domain> read(Catalog catalog) {
        Map<Long, List<Check>> checks = new TreeMap<>();
        catalog.query(
                CHECKS, (row, number) -> checks.computeIfAbsent(row.getLong("contypid"), domain -> new ArrayList<>())
                        .add(ConstraintCatalog.check(row)));
        return catalog.query(QUERY, (row, number) -> domain(catalog, row, checks));
    }

    private static Domain domain(Catalog catalog, ResultSet row, Map<Long, List<Check>> checks) throws SQLException {
        return new Domain(
                catalog.name(row, ""),
                row.getString("type"),
                row.getString("collation"),
                !row.getBoolean("typnotnull"),
                Expressions.normalizedOrNull(row.getString("expression")),
                checks.getOrDefault(row.getLong("oid"), List.of()),
                row.getString("description"));
    }
}
