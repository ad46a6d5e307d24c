package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.ColumnSettings;
import dev.athanor.migration.schema.FiringSettings;
import dev.athanor.migration.schema.IndexSettings;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.ObjectSettings;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.RelationSettings;
import dev.athanor.migration.schema.RelationSettings.ReplicaIdentity;
import dev.athanor.migration.schema.RelationSettings.RowSecurity;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.SchemaSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what objects have besides their definitions, of those objects that have not only what a new object has. */
final class SettingsCatalog {

    /** Selects columns. A storage is that of the type in most cases, whose letter is the same for both. */
    private static final String COLUMNS = """
            SELECT n.nspname AS schema, c.relname AS name, a.attname, a.attstorage::text, t.typstorage::text,
                   a.attcompression::text, coalesce(a.attstattarget, -1)::int AS statistics, a.attoptions,
                   pg_get_expr(d.adbin, d.adrelid, true) AS expression, m.description
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON c.relkind = 'v' AND d.adrelid = c.oid AND d.adnum = a.attnum
            LEFT JOIN pg_description m ON c.relkind IN ('v', 'm', 'c') AND m.objoid = c.oid
                AND m.classoid = 'pg_class'::regclass AND m.objsubid = a.attnum
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'c') AND c.relpersistence <> 't' AND n.nspname = ANY (?)
              AND (a.attstorage <> t.typstorage OR a.attcompression <> '' OR coalesce(a.attstattarget, -1) <> -1
                   OR a.attoptions IS NOT NULL OR d.oid IS NOT NULL OR m.description IS NOT NULL) AND""" + Fragments.own("pg_class", "c.oid");

    private static final String RELATIONS = """
            SELECT n.nspname AS schema, c.relname AS name, c.relkind = 'm' AS materialized, c.relrowsecurity,
                   c.relforcerowsecurity, c.relreplident::text, m.amname, s.spcname, tn.nspname AS type_schema,
                   t.typname AS type_name, i.*
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL (
                SELECT max(x.relname::text) FILTER (WHERE i.indisreplident) AS identity_index,
                       max(x.relname::text) FILTER (WHERE i.indisclustered) AS clustered_on
                FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
                WHERE i.indrelid = c.oid AND (i.indisreplident OR i.indisclustered)) i
            LEFT JOIN pg_am m ON m.oid = c.relam AND m.amname <> 'heap'
            LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
            LEFT JOIN pg_type t ON t.oid = c.reloftype LEFT JOIN pg_namespace tn ON tn.oid = t.typnamespace
            WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't' AND n.nspname = ANY (?)
              AND (c.relrowsecurity OR c.relforcerowsecurity OR c.relreplident <> 'd' OR i.clustered_on IS NOT NULL
                   OR m.oid IS NOT NULL OR s.oid IS NOT NULL OR t.oid IS NOT NULL) AND""" + Fragments.own("pg_class", "c.oid");

    private static final String INDEXES = """
            SELECT n.nspname AS schema, t.relname AS name, x.relname AS index_name, k.conname, s.spcname,
                   CASE WHEN k.oid IS NOT NULL THEN m.description END AS description, a.numbers, a.targets
            FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid AND NOT x.relispartition
            JOIN pg_class t ON t.oid = i.indrelid AND t.relkind IN ('r', 'p', 'm')
            JOIN pg_namespace n ON n.oid = t.relnamespace
            LEFT JOIN pg_constraint k ON k.conindid = x.oid AND k.conrelid = t.oid AND k.contype IN ('p', 'u', 'x')
            LEFT JOIN pg_tablespace s ON s.oid = x.reltablespace
            CROSS JOIN LATERAL (
                SELECT array_agg(a.attnum::text ORDER BY a.attnum) AS numbers,
                       array_agg(a.attstattarget::text ORDER BY a.attnum) AS targets
                FROM pg_attribute a WHERE a.attrelid = x.oid AND coalesce(a.attstattarget, -1) <> -1) a"""
            + Fragments.comment("pg_class", "x.oid")
            + "WHERE n.nspname = ANY (?) AND (s.oid IS NOT NULL OR a.numbers IS NOT NULL"
            + " OR k.oid IS NOT NULL AND m.description IS NOT NULL)";

    private static final String TRIGGERS = """
            SELECT n.nspname AS schema, c.relname AS name, t.tgname, t.tgenabled::text
            FROM pg_trigger t JOIN pg_trigger p ON p.oid = t.tgparentid AND p.tgenabled <> t.tgenabled
            JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ANY (?)""";

    private static final Map<String, String> STORAGE =
            Map.of("p", "PLAIN", "e", "EXTERNAL", "m", "MAIN", "x", "EXTENDED");

    private static final Map<String, String> COMPRESSION = Map.of("p", "pglz", "l", "lz4");

    private final Catalog catalog;
    private final Map<SchemaObject, ObjectSettings> settings = new HashMap<>();

    private SettingsCatalog(Catalog catalog) {
        this.catalog = catalog;
    }

    static SchemaSettings read(Catalog catalog) {
        SettingsCatalog settings = new SettingsCatalog(catalog);
        catalog.query(COLUMNS, (row, number) -> settings.addColumn(row));
        catalog.query(RELATIONS, (row, number) -> settings.addRelation(row));
        catalog.query(INDEXES, (row, number) -> settings.addIndex(row));
        catalog.query(TRIGGERS, (row, number) -> settings.addFiring(row));
        return new SchemaSettings(settings.settings, AccessCatalog.read(catalog));
    }

    private SchemaObject add(SchemaObject object, ObjectSettings found) {
        if (!catalog.omits(object.name())) {
            settings.put(object, found);
        }
        return object;
    }

    private SchemaObject addColumn(ResultSet row) throws SQLException {
        SchemaObject column = new SchemaObject(ObjectKind.COLUMN, catalog.name(row, ""), row.getString("attname"));
        String mode = row.getString("attstorage");
        String ofType = row.getString("typstorage");
        int target = row.getInt("statistics");
        return add(
                column,
                new ColumnSettings(
                        mode.equals(ofType) ? null : new ColumnSettings.Storage(storage(mode), storage(ofType)),
                        COMPRESSION.get(Objects.requireNonNullElse(row.getString("attcompression"), "")),
                        target < 0 ? null : target,
                        ArrayColumns.options(row, "attoptions"),
                        Expressions.normalizedOrNull(row.getString("expression")),
                        row.getString("description")));
    }

    private static String storage(String letter) {
        return Objects.requireNonNull(STORAGE.get(letter), letter);
    }

    private SchemaObject addRelation(ResultSet row) throws SQLException {
        SchemaObject relation = SchemaObject.of(
                row.getBoolean("materialized") ? ObjectKind.VIEW : ObjectKind.TABLE, catalog.name(row, ""));
        String type = row.getString("type_name");
        return add(
                relation,
                new RelationSettings(
                        new RowSecurity(row.getBoolean("relrowsecurity"), row.getBoolean("relforcerowsecurity")),
                        identity(row.getString("relreplident"), row.getString("identity_index")),
                        row.getString("clustered_on"),
                        row.getString("amname"),
                        row.getString("spcname"),
                        type == null ? null : catalog.name(row.getString("type_schema"), type)));
    }

    /** Returns the identity; one by an index that is gone identifies no row. */
    private static ReplicaIdentity identity(String letter, @Nullable String index) {
        return switch (letter) {
            case "f" -> new ReplicaIdentity(ReplicaIdentity.Mode.FULL, null);
            case "n" -> new ReplicaIdentity(ReplicaIdentity.Mode.NOTHING, null);
            case "i" ->
                index == null ? new ReplicaIdentity(ReplicaIdentity.Mode.NOTHING, null) : ReplicaIdentity.using(index);
            default -> ReplicaIdentity.DEFAULT;
        };
    }

    private SchemaObject addIndex(ResultSet row) throws SQLException {
        QualifiedName table = catalog.name(row, "");
        String constraint = row.getString("conname");
        SchemaObject object = constraint == null
                ? new SchemaObject(ObjectKind.INDEX, table, row.getString("index_name"))
                : new SchemaObject(ObjectKind.CONSTRAINT, table, constraint);
        List<String> numbers = ArrayColumns.texts(row, "numbers");
        List<String> targets = ArrayColumns.texts(row, "targets");
        Map<Integer, Integer> statistics = new TreeMap<>();
        for (int index = 0; index < numbers.size(); index++) {
            statistics.put(Integer.valueOf(numbers.get(index)), Integer.valueOf(targets.get(index)));
        }
        return add(object, new IndexSettings(statistics, row.getString("spcname"), row.getString("description")));
    }

    private SchemaObject addFiring(ResultSet row) throws SQLException {
        return add(
                new SchemaObject(ObjectKind.TRIGGER, catalog.name(row, ""), row.getString("tgname")),
                new FiringSettings(TriggerCatalog.firing(row.getString("tgenabled"))));
    }
}
