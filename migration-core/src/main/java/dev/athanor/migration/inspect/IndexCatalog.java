package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.IndexKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the indexes of tables and materialized views. Indexes that a partition inherits belong to the parent. */
final class IndexCatalog {

    /** Selects the indexes. The catalogs' vectors count from 0, and included columns have no operator class. */
    private static final String QUERY = """
            SELECT i.indexrelid, i.indrelid, c.relname, am.amname, i.indisunique, i.indisvalid, c.reloptions,
                   pg_get_expr(i.indpred, i.indrelid, true) AS predicate, m.description,
                   coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct,
                   EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
                           AND k.conrelid = i.indrelid) AS of_constraint, i.indnkeyatts, k.*
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
            JOIN pg_namespace n ON n.oid = t.relnamespace JOIN pg_am am ON am.oid = c.relam
            CROSS JOIN LATERAL (
                SELECT array_agg(a.attname::text ORDER BY p) AS columns,
                       array_agg(CASE WHEN i.indkey[p] = 0 THEN pg_get_indexdef(i.indexrelid, p + 1, true) END
                                 ORDER BY p) AS expressions,
                       array_agg(CASE WHEN i.indcollation[p] <> 0 AND (i.indcollation[p] <> a.attcollation
                                 OR i.indkey[p] = 0 AND strpos(pg_get_indexdef(i.indexrelid, 0, true),
                                     pg_get_indexdef(i.indexrelid, p + 1, true) || ' COLLATE ') > 0)
                                 THEN i.indcollation[p]::regcollation::text END ORDER BY p) AS collations,
                       array_agg(CASE WHEN NOT o.opcdefault OR x.attoptions IS NOT NULL THEN
                                 CASE WHEN pg_opclass_is_visible(o.oid) THEN quote_ident(o.opcname)
                                 ELSE quote_ident(q.nspname) || '.' || quote_ident(o.opcname) END
                                 || coalesce('(' || array_to_string(x.attoptions, ', ') || ')', '') END
                                 ORDER BY p) AS classes,
                       array_agg((coalesce(i.indoption[p], 0))::text ORDER BY p) AS options
                FROM generate_series(0, i.indnatts - 1) p
                LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[p] AND a.attnum <> 0
                LEFT JOIN pg_attribute x ON x.attrelid = i.indexrelid AND x.attnum = p + 1
                LEFT JOIN pg_opclass o ON p < i.indnkeyatts AND o.oid = i.indclass[p]
                LEFT JOIN pg_namespace q ON q.oid = o.opcnamespace) k"""
            + Fragments.comment("pg_class", "c.oid")
            + "WHERE t.relkind IN ('r', 'p', 'm') AND NOT c.relispartition AND n.nspname = ANY (?)"
            + " ORDER BY c.relname";

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private IndexCatalog() {}

    /** Returns the indexes by the id of their table. */
    static Map<Long, List<CatalogIndex>> read(Catalog catalog) {
        Map<Long, List<CatalogIndex>> indexes = new HashMap<>();
        catalog.query(
                QUERY, (row, number) -> indexes.computeIfAbsent(row.getLong("indrelid"), table -> new ArrayList<>())
                        .add(new CatalogIndex(row.getLong("indexrelid"), index(row), row.getBoolean("of_constraint"))));
        return indexes;
    }

    private static Index index(ResultSet row) throws SQLException {
        int keys = row.getInt("indnkeyatts");
        List<@Nullable String> columns = ArrayColumns.nullableTexts(row, "columns");
        return new Index(
                row.getString("relname"),
                row.getString("amname"),
                row.getBoolean("indisunique"),
                row.getBoolean("nulls_not_distinct"),
                keys(row, keys),
                columns.subList(keys, columns.size()).stream()
                        .map(Objects::requireNonNull)
                        .toList(),
                Expressions.normalizedOrNull(row.getString("predicate")),
                ArrayColumns.options(row, "reloptions"),
                row.getBoolean("indisvalid"),
                row.getString("description"));
    }

    private static List<IndexKey> keys(ResultSet row, int count) throws SQLException {
        List<@Nullable String> columns = ArrayColumns.nullableTexts(row, "columns");
        List<@Nullable String> expressions = ArrayColumns.nullableTexts(row, "expressions");
        List<@Nullable String> collations = ArrayColumns.nullableTexts(row, "collations");
        List<@Nullable String> classes = ArrayColumns.nullableTexts(row, "classes");
        List<String> options = ArrayColumns.texts(row, "options");
        List<IndexKey> keys = new ArrayList<>();
        for (int key = 0; key < count; key++) {
            int option = Integer.parseInt(options.get(key));
            keys.add(new IndexKey(
                    columns.get(key),
                    Expressions.normalizedOrNull(expressions.get(key)),
                    collations.get(key),
                    classes.get(key),
                    (option & DESCENDING) != 0,
                    (option & NULLS_FIRST) != 0));
        }
        return keys;
    }
}
