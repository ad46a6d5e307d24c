package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Constraint.Exclusion;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.Constraint.NotNull;
import dev.athanor.migration.schema.Constraint.PrimaryKey;
import dev.athanor.migration.schema.Constraint.Unique;
import dev.athanor.migration.schema.Deferrability;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.ReferentialAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the constraints that a table defines itself. {@code NOT NULL} belongs to the column. */
final class ConstraintCatalog {

    private static final String QUERY = """
            SELECT k.conrelid, k.conname, k.contype::text AS contype, k.condeferrable, k.condeferred, k.convalidated,
                   k.connoinherit, k.conindid, k.confupdtype::text AS on_update, k.confdeltype::text AS on_delete,
                   k.confmatchtype = 'f' AS match_full, fn.nspname AS referenced_schema, f.relname AS referenced_name,
                   coalesce((to_jsonb(k) ->> 'conenforced')::boolean, true) AS enforced,
                   (to_jsonb(k) ->> 'conperiod')::boolean AS period, m.description, c.columns, c.referenced, c.set_columns,
                   CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid, true) END AS expression,
                   CASE WHEN k.contype = 'x' THEN ARRAY(
                       SELECT CASE WHEN pg_operator_is_visible(o.oid) THEN o.oprname
                              ELSE 'OPERATOR(' || quote_ident(q.nspname) || '.' || o.oprname || ')' END
                       FROM unnest(k.conexclop) WITH ORDINALITY AS u (oid, p) JOIN pg_operator o ON o.oid = u.oid
                       JOIN pg_namespace q ON q.oid = o.oprnamespace ORDER BY p) END AS operators
            FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
            LEFT JOIN pg_class f ON f.oid = k.confrelid LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
            CROSS JOIN LATERAL (SELECT
                ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS u (n, p)
                      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n ORDER BY p) AS columns,
                CASE WHEN k.contype = 'f' THEN
                    ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS u (n, p)
                          JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.n ORDER BY p) END AS referenced,
                CASE WHEN k.contype = 'f' THEN
                    ARRAY(SELECT a.attname::text FROM jsonb_array_elements_text(
                          CASE WHEN to_jsonb(k) -> 'confdelsetcols' <> 'null' THEN to_jsonb(k) -> 'confdelsetcols'
                          ELSE '[]' END) AS u (n)
                          JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n::int
                          ORDER BY a.attnum) END AS set_columns) c"""
            + Fragments.comment("pg_constraint", "k.oid")
            + "WHERE k.conrelid <> 0 AND k.contype IN ('p', 'u', 'f', 'c', 'x', 'n') AND k.conparentid = 0"
            + " AND k.conislocal AND n.nspname = ANY (?)";

    private static final Map<String, ReferentialAction> ACTIONS = Map.of(
            "a", ReferentialAction.NO_ACTION,
            "r", ReferentialAction.RESTRICT,
            "c", ReferentialAction.CASCADE,
            "n", ReferentialAction.SET_NULL,
            "d", ReferentialAction.SET_DEFAULT);

    private final Catalog catalog;
    private final Map<Long, Index> indexes;

    private ConstraintCatalog(Catalog catalog, Collection<List<CatalogIndex>> indexes) {
        this.catalog = catalog;
        this.indexes = indexes.stream()
                .flatMap(List::stream)
                .filter(CatalogIndex::ofConstraint)
                .collect(Collectors.toMap(CatalogIndex::id, CatalogIndex::index));
    }

    /** Returns the constraints by the id of their table. */
    static Map<Long, List<Constraint>> read(Catalog catalog, Map<Long, List<CatalogIndex>> indexes) {
        ConstraintCatalog constraints = new ConstraintCatalog(catalog, indexes.values());
        Map<Long, List<Constraint>> byTable = new HashMap<>();
        catalog.query(
                QUERY, (row, number) -> byTable.computeIfAbsent(row.getLong("conrelid"), table -> new ArrayList<>())
                        .add(constraints.constraint(row)));
        return byTable;
    }

    private Constraint constraint(ResultSet row) throws SQLException {
        String type = row.getString("contype");
        return switch (type) {
            case "p" -> primaryKey(row);
            case "u" -> unique(row);
            case "f" -> foreignKey(row);
            case "x" -> exclusion(row);
            case "n" -> notNull(row);
            default -> check(row);
        };
    }

    private PrimaryKey primaryKey(ResultSet row) throws SQLException {
        return new PrimaryKey(
                row.getString("conname"),
                ArrayColumns.texts(row, "columns"),
                index(row).include(),
                row.getBoolean("period"),
                deferrability(row),
                row.getString("description"));
    }

    private Unique unique(ResultSet row) throws SQLException {
        Index index = index(row);
        return new Unique(
                row.getString("conname"),
                ArrayColumns.texts(row, "columns"),
                index.include(),
                index.nullsNotDistinct(),
                row.getBoolean("period"),
                deferrability(row),
                row.getString("description"));
    }

    private ForeignKey foreignKey(ResultSet row) throws SQLException {
        return new ForeignKey(
                row.getString("conname"),
                ArrayColumns.texts(row, "columns"),
                catalog.name(row, "referenced_"),
                ArrayColumns.texts(row, "referenced"),
                row.getBoolean("match_full"),
                action(row.getString("on_update")),
                action(row.getString("on_delete")),
                ArrayColumns.texts(row, "set_columns"),
                deferrability(row),
                isValidated(row),
                row.getBoolean("enforced"),
                row.getBoolean("period"),
                row.getString("description"));
    }

    private static NotNull notNull(ResultSet row) throws SQLException {
        return new NotNull(
                row.getString("conname"),
                ArrayColumns.texts(row, "columns").get(0),
                row.getBoolean("connoinherit"),
                row.getBoolean("convalidated"),
                row.getString("description"));
    }

    /** Returns whether existing rows are known to satisfy a constraint, which says nothing if it is not enforced. */
    private static boolean isValidated(ResultSet row) throws SQLException {
        return row.getBoolean("convalidated") || !row.getBoolean("enforced");
    }

    private static ReferentialAction action(String letter) {
        return Objects.requireNonNull(ACTIONS.get(letter), letter);
    }

    private Exclusion exclusion(ResultSet row) throws SQLException {
        Index index = index(row);
        List<String> operators = ArrayColumns.texts(row, "operators");
        return new Exclusion(
                row.getString("conname"),
                index.method(),
                IntStream.range(0, operators.size())
                        .mapToObj(key -> new Exclusion.Element(index.keys().get(key), operators.get(key)))
                        .toList(),
                index.include(),
                index.predicate(),
                deferrability(row),
                row.getString("description"));
    }

    /** Returns a check of a table or a domain. */
    static Check check(ResultSet row) throws SQLException {
        return new Check(
                row.getString("conname"),
                Expressions.normalized(row.getString("expression")),
                row.getBoolean("connoinherit"),
                isValidated(row),
                row.getBoolean("enforced"),
                row.getString("description"));
    }

    private Index index(ResultSet row) throws SQLException {
        return Objects.requireNonNull(indexes.get(row.getLong("conindid")), "its index");
    }

    private static Deferrability deferrability(ResultSet row) throws SQLException {
        if (!row.getBoolean("condeferrable")) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return row.getBoolean("condeferred") ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
    }
}
