package dev.athanor.migration.witness;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads which catalogs the server has, with their columns, their keys and what the columns refer to. */
final class CatalogTables {

    private static final String COLUMNS = """
            SELECT c.oid, c.relname, a.attname, format_type(a.atttypid, NULL) AS type,
                   has_table_privilege(c.oid, 'SELECT') AS readable
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r' ORDER BY c.relname, a.attnum""";

    private static final String KEYS = """
            SELECT i.indrelid, array_agg(a.attname::text ORDER BY k.p) AS columns, bool_or(a.atttypid = 'name'::regtype)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid AND c.relnamespace = 'pg_catalog'::regnamespace
            CROSS JOIN unnest(i.indkey::int2[]) WITH ORDINALITY AS k (n, p)
            JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.n
            WHERE i.indisunique GROUP BY i.indexrelid, i.indrelid HAVING NOT 'oid' = ANY (array_agg(a.attname::text))
            ORDER BY 3 DESC, min(a.attnum), max(a.attnum)""";

    private static final String REFERENCES = """
            SELECT fktable::oid, fkcols, pktable::regclass::text, pkcols
            FROM pg_get_catalog_foreign_keys() ORDER BY 1, cardinality(fkcols)""";

    /**
     * Describes a column as the server has it.
     *
     * @param readable whether this role may read it
     */
    record ServerColumn(long catalog, String catalogName, String name, String type, boolean readable) {}

    private final JdbcClient client;
    private final Map<Long, List<String>> keys = new HashMap<>();
    private final Map<Long, Map<String, String>> objects = new HashMap<>();
    private final Map<Long, Map<String, String>> numbers = new HashMap<>();

    private CatalogTables(JdbcClient client) {
        this.client = client;
    }

    /** Returns the columns of all catalogs. */
    static List<ServerColumn> columns(JdbcClient client) {
        return client.sql(COLUMNS)
                .query((row, number) -> new ServerColumn(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5)))
                .list();
    }

    /** Returns the catalogs that are read. */
    static List<CatalogTable> read(JdbcClient client) {
        CatalogTables tables = new CatalogTables(client);
        tables.readKeys();
        tables.readReferences();
        return columns(client).stream()
                .filter(ServerColumn::readable)
                .collect(Collectors.groupingBy(ServerColumn::catalog, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(columns -> tables.table(columns).stream())
                .toList();
    }

    private void readKeys() {
        client.sql(KEYS).query(row -> {
            keys.putIfAbsent(row.getLong(1), texts(row, 2));
        });
    }

    private void readReferences() {
        client.sql(REFERENCES).query(row -> {
            List<String> columns = texts(row, 2);
            if (columns.size() == 1) {
                objects.computeIfAbsent(row.getLong(1), any -> new HashMap<>()).put(columns.get(0), row.getString(3));
            } else {
                numbers.computeIfAbsent(row.getLong(1), any -> new HashMap<>()).put(columns.get(1), columns.get(0));
            }
        });
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        Array array = Objects.requireNonNull(row.getArray(column));
        return List.of((String[]) array.getArray());
    }

    private Optional<CatalogTable> table(List<ServerColumn> all) {
        String catalog = all.get(0).catalogName();
        List<ServerColumn> read = all.stream()
                .filter(column -> LeftOut.find(catalog, column.name()).isEmpty()
                        || CatalogSql.expression(catalog, column.name()).isPresent())
                .toList();
        if (read.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = read.stream().map(ServerColumn::name).toList();
        List<CatalogColumn> columns =
                read.stream().map(column -> column(column, names)).toList();
        List<String> key = keys.get(all.get(0).catalog());
        List<Integer> positions = IntStream.range(0, names.size())
                .filter(at -> key == null || key.contains(names.get(at)))
                .boxed()
                .toList();
        int namespace = positions.stream()
                .filter(at -> columns.get(at).reference().equals(new Reference.Objects("pg_namespace")))
                .filter(at -> key != null)
                .findFirst()
                .orElse(-1);
        return Optional.of(new CatalogTable(
                all.get(0).catalog(),
                catalog,
                columns,
                positions,
                namespace,
                queries(catalog, columns, positions, all)));
    }

    private CatalogColumn column(ServerColumn column, List<String> names) {
        String catalog = column.catalogName();
        return new CatalogColumn(
                column.name(),
                CatalogSql.expression(catalog, column.name())
                        .map(special -> "(" + special + ")::text")
                        .orElseGet(() -> CatalogSql.plainExpression(column.name(), column.type())),
                reference(column, names));
    }

    private Reference reference(ServerColumn column, List<String> names) {
        Map<String, String> tableColumns = numbers.getOrDefault(column.catalog(), Map.of());
        return switch (column.name()) {
            case "objid" -> new Reference.AnyObject(names.indexOf("classid"), names.indexOf("objsubid"));
            case "refobjid" -> new Reference.AnyObject(names.indexOf("refclassid"), names.indexOf("refobjsubid"));
            case "objoid" -> new Reference.AnyObject(names.indexOf("classoid"), names.indexOf("objsubid"));
            case "objsubid", "refobjsubid" -> new Reference.Part();
            case "confdelsetcols" -> new Reference.ColumnNumbers(names.indexOf("conrelid"));
            case "prattrs" -> new Reference.ColumnNumbers(names.indexOf("prrelid"));
            case "reltoastrelid" -> Reference.NONE;
            default -> {
                String table = tableColumns.get(column.name());
                String target = objects.getOrDefault(column.catalog(), Map.of()).get(column.name());
                yield table != null
                        ? new Reference.ColumnNumbers(names.indexOf(table))
                        : target != null
                                ? new Reference.Objects(target)
                                : column.type().equals("regproc") ? new Reference.Objects("pg_proc") : Reference.NONE;
            }
        };
    }

    private static CatalogTable.Queries queries(
            String catalog, List<CatalogColumn> columns, List<Integer> key, List<ServerColumn> all) {
        boolean oid = all.stream().anyMatch(column -> column.name().equals("oid"));
        String first = oid || key.isEmpty() ? "oid" : columns.get(key.get(0)).name();
        String bucketed = CatalogSql.bucketed(catalog).orElse("t." + first + "::oid::bigint");
        String condition =
                CatalogSql.condition(catalog).orElseGet(() -> "t." + first + "::oid >= " + CatalogSql.FIRST_USER_OID);
        String values = columns.stream().map(CatalogColumn::expression).collect(Collectors.joining(", "));
        String from = " FROM " + catalog + " t" + CatalogSql.join(catalog) + " WHERE " + condition;
        String bucket = "SELECT " + all.get(0).catalog() + "::bigint, " + bucketed + " / " + Bucket.SIZE + ", ";
        return new CatalogTable.Queries(
                bucket + (oid ? "t.oid::bigint" : "0::bigint") + ", "
                        + (catalog.equals("pg_attribute") ? "t.attnum::int" : "0")
                        + ", array_to_string(ARRAY[" + values + "], chr(31), chr(30))" + from,
                bucket + "count(*), bit_xor(hash_record_extended(ROW(" + CatalogSql.version(catalog) + "), 0))" + from
                        + " GROUP BY 2",
                bucketed);
    }
}
