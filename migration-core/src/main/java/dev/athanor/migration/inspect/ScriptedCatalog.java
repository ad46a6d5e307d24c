package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.ScriptedObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the objects that are defined by the statements that create them: one query says which there are, and one more
 * for each kind that has some reads their statements.
 */
final class ScriptedCatalog {

    private static final String QUERY = """
            WITH schemas AS MATERIALIZED (SELECT oid, nspname FROM pg_namespace WHERE nspname = ANY (?)),
            objects AS MATERIALIZED (%s)
            SELECT o.oid, o.kind, o.nspname AS schema, o.name, o.part, m.description,
                   n.nspname AS table_schema, c.relname AS table_name
            FROM objects o LEFT JOIN pg_description m ON m.objoid = o.oid AND m.classoid = o.catalog AND m.objsubid = 0
            LEFT JOIN pg_statistic_ext s ON o.kind = 'STATISTICS' AND s.oid = o.oid
            LEFT JOIN pg_publication_rel r ON o.kind = 'PUBLICATION_TABLE' AND r.oid = o.oid
            LEFT JOIN pg_class c ON c.oid = coalesce(s.stxrelid, r.prrelid)
            LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT EXISTS (SELECT FROM pg_depend e
                              WHERE e.classid = o.catalog AND e.objid = o.oid AND e.deptype IN ('e', 'i'))""";

    private ScriptedCatalog() {}

    /**
     * Represents an object whose statements are not read yet.
     *
     * @param table the table or view whose object it is; null for none
     */
    private record Found(
            long oid,
            SchemaObject object,
            @Nullable QualifiedName table,
            @Nullable String comment) {}

    static List<ScriptedObject> read(Catalog catalog) {
        int version = catalog.version();
        Map<ObjectKind, Map<Long, Found>> kinds = new EnumMap<>(ObjectKind.class);
        catalog
                .query(QUERY.formatted(ScriptedIdentities.objects(version)), (row, number) -> found(catalog, row))
                .stream()
                .filter(found -> found.table() == null || !catalog.omits(found.table()))
                .forEach(found -> kinds.computeIfAbsent(found.object().kind(), kind -> new HashMap<>())
                        .put(found.oid(), found));
        List<ScriptedObject> objects = new ArrayList<>();
        kinds.forEach((kind, found) -> objects.addAll(catalog.query(
                ScriptedDefinitions.query(kind, version), found.keySet(), (row, number) -> object(found, row))));
        return objects;
    }

    private static Found found(Catalog catalog, ResultSet row) throws SQLException {
        QualifiedName name = catalog.name(row, "");
        SchemaObject object = new SchemaObject(ObjectKind.valueOf(row.getString("kind")), name, row.getString("part"));
        boolean onTable = object.kind().isOnTable();
        QualifiedName table = row.getString("table_name") == null ? null : catalog.name(row, "table_");
        return new Found(row.getLong("oid"), object, onTable ? name : table, row.getString("description"));
    }

    private static ScriptedObject object(Map<Long, Found> all, ResultSet row) throws SQLException {
        Found found = all.get(row.getLong("oid"));
        List<String> statements = ArrayColumns.texts(row, "statements").stream()
                .map(Expressions::query)
                .toList();
        return new ScriptedObject(found.object(), statements, found.comment());
    }
}
