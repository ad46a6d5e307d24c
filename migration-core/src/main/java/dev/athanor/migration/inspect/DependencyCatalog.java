package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.Dependency;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.SchemaObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads which objects depend on which others, each traced to an object that a migration creates. */
final class DependencyCatalog {

    private static final String SCRIPTED = Stream.of(ObjectKind.values())
            .filter(ObjectKind::isScripted)
            .map(ObjectKind::name)
            .collect(Collectors.joining(", "));

    /**
     * Selects the dependencies. {@code parts} maps the rows of the catalogs to the objects that they belong to: a
     * rewrite rule and a default of a view to the view, another default to its column, the index of a constraint to the constraint, and a member of
     * an extension to the extension. Owned sequences, which belong to their column, and foreign keys do not count as
     * dependencies.
     */
    private static final String QUERY = """
            WITH schemas AS MATERIALIZED (SELECT oid, nspname FROM pg_namespace WHERE nspname = ANY (?)),
            relations AS MATERIALIZED (
                SELECT c.oid, n.nspname, c.relname,
                       CASE WHEN c.relkind IN ('r', 'p') THEN 'TABLE' WHEN c.relkind IN ('v', 'm') THEN 'VIEW'
                            WHEN c.relkind = 'S' THEN 'SEQUENCE' WHEN c.relkind = 'c' THEN 'COMPOSITE_TYPE'
                            ELSE 'FOREIGN_TABLE' END AS kind
                FROM pg_class c JOIN schemas n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'c', 'f')),
            types AS MATERIALIZED (
                SELECT t.oid, t.typarray, n.nspname, t.typname,
                       CASE t.typtype WHEN 'e' THEN 'ENUM_TYPE' WHEN 'd' THEN 'DOMAIN' ELSE r.kind END AS kind
                FROM pg_type t JOIN schemas n ON n.oid = t.typnamespace LEFT JOIN relations r ON r.oid = t.typrelid
                WHERE t.typtype IN ('e', 'd', 'c')),
            members AS MATERIALIZED (
                SELECT e.classid, e.objid, x.extname
                FROM pg_depend e JOIN pg_extension x ON x.oid = e.refobjid
                WHERE e.deptype = 'e' AND e.refclassid = 'pg_extension'::regclass AND x.extname <> 'plpgsql'),
            own AS MATERIALIZED (
                SELECT k.* FROM pg_constraint k JOIN schemas n ON n.oid = k.connamespace
                WHERE k.contype IN ('p', 'u', 'c', 'x') AND k.conparentid = 0 AND k.conislocal),
            objects AS MATERIALIZED (
                SELECT 'pg_class'::regclass::oid AS catalog, oid, kind, nspname, relname::text AS name, NULL::text AS part
                FROM relations
                UNION ALL SELECT 'pg_class'::regclass, i.indexrelid, CASE WHEN k.oid IS NULL THEN 'INDEX' ELSE 'CONSTRAINT' END,
                    r.nspname, r.relname, coalesce(k.conname, c.relname)
                FROM pg_index i JOIN relations r ON r.oid = i.indrelid
                JOIN pg_class c ON c.oid = i.indexrelid AND NOT c.relispartition
                LEFT JOIN own k ON k.conindid = i.indexrelid
                UNION ALL SELECT 'pg_rewrite'::regclass, w.oid, r.kind, r.nspname, r.relname, NULL
                FROM pg_rewrite w JOIN relations r ON r.oid = w.ev_class
                WHERE w.rulename = '_RETURN'
                UNION ALL SELECT 'pg_attrdef'::regclass, d.oid, CASE WHEN r.kind = 'TABLE' THEN 'COLUMN' ELSE r.kind END,
                    r.nspname, r.relname, CASE WHEN r.kind = 'TABLE' THEN a.attname END
                FROM pg_attrdef d JOIN relations r ON r.oid = d.adrelid
                JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
                UNION ALL SELECT 'pg_constraint'::regclass, k.oid, 'CONSTRAINT', r.nspname, r.relname, k.conname
                FROM own k JOIN relations r ON r.oid = k.conrelid
                UNION ALL SELECT 'pg_constraint'::regclass, k.oid, t.kind, t.nspname, t.typname, NULL
                FROM own k JOIN types t ON t.oid = k.contypid
                UNION ALL SELECT 'pg_trigger'::regclass, g.oid, 'TRIGGER', r.nspname, r.relname, g.tgname
                FROM pg_trigger g JOIN relations r ON r.oid = g.tgrelid WHERE NOT g.tgisinternal AND g.tgparentid = 0
                UNION ALL SELECT 'pg_proc'::regclass, p.oid, 'FUNCTION', n.nspname, p.proname,
                    pg_get_function_identity_arguments(p.oid)
                FROM pg_proc p JOIN schemas n ON n.oid = p.pronamespace WHERE p.prokind IN ('f', 'p')
                UNION ALL SELECT 'pg_type'::regclass, oid, kind, nspname, typname, NULL FROM types
                UNION ALL SELECT 'pg_type'::regclass, typarray, kind, nspname, typname, NULL FROM types
                WHERE typarray <> 0
                UNION ALL %s),
            parts AS MATERIALIZED (
                SELECT * FROM objects o
                WHERE NOT EXISTS (SELECT FROM members m WHERE m.classid = o.catalog AND m.objid = o.oid)
                UNION ALL SELECT classid, objid, 'EXTENSION', NULL, extname, NULL FROM members
                UNION ALL SELECT classid, t.typarray, 'EXTENSION', NULL, extname, NULL
                FROM members JOIN pg_type t ON t.oid = objid AND classid = 'pg_type'::regclass WHERE t.typarray <> 0)
            SELECT DISTINCT o.kind, o.nspname AS schema, o.name, coalesce(o.part, oa.attname) AS part,
                   r.kind AS on_kind, r.nspname AS on_schema, r.name AS on_name, coalesce(r.part, ra.attname) AS on_part
            FROM pg_depend d JOIN parts o ON o.catalog = d.classid AND o.oid = d.objid
            JOIN parts r ON r.catalog = d.refclassid AND r.oid = d.refobjid
            LEFT JOIN pg_attribute oa ON d.classid = 'pg_class'::regclass AND oa.attrelid = d.objid
                AND oa.attnum = d.objsubid AND oa.attnum > 0
            LEFT JOIN pg_attribute ra ON d.refclassid = 'pg_class'::regclass AND ra.attrelid = d.refobjid
                AND ra.attnum = d.refobjsubid AND ra.attnum > 0
            WHERE o.kind NOT IN ('SEQUENCE', 'EXTENSION') AND (r.kind <> 'CONSTRAINT' OR o.kind IN ('VIEW', 'FUNCTION'))
              AND (o.kind = ANY (string_to_array('%s', ', ')) AND (o.kind, o.nspname, o.name, o.part)
                       IS DISTINCT FROM (r.kind, r.nspname, r.name, r.part)
                   OR NOT (o.kind <> 'FUNCTION' AND r.kind <> 'FUNCTION' AND o.nspname = r.nspname AND o.name = r.name
                       AND (ra.attname IS NULL OR coalesce(o.part, oa.attname, ra.attname) = ra.attname
                            AND o.kind NOT IN ('CONSTRAINT', 'INDEX', 'TRIGGER'))))""".formatted(ScriptedIdentities.parts(), SCRIPTED);

    private DependencyCatalog() {}

    static List<Dependency> read(Catalog catalog) {
        return catalog
                .query(QUERY, (row, number) -> new Dependency(object(catalog, row, ""), object(catalog, row, "on_")))
                .stream()
                .filter(dependency -> !catalog.omits(dependency.dependent().name()))
                .toList();
    }

    private static SchemaObject object(Catalog catalog, ResultSet row, String prefix) throws SQLException {
        ObjectKind kind = ObjectKind.valueOf(row.getString(prefix + "kind"));
        QualifiedName name = catalog.name(row, prefix);
        String part = row.getString(prefix + "part");
        return switch (kind) {
            case TABLE -> new SchemaObject(part == null ? ObjectKind.TABLE : ObjectKind.COLUMN, name, part);
            case COLUMN,
                    CONSTRAINT,
                    FUNCTION,
                    INDEX,
                    TRIGGER,
                    USER_MAPPING,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TRANSFORM,
                    RULE,
                    POLICY,
                    PUBLICATION_TABLE,
                    PUBLICATION_SCHEMA -> new SchemaObject(kind, name, part);
            case SCHEMA,
                    EXTENSION,
                    ENUM_TYPE,
                    DOMAIN,
                    COMPOSITE_TYPE,
                    SEQUENCE,
                    VIEW,
                    LANGUAGE,
                    ACCESS_METHOD,
                    COLLATION,
                    CONVERSION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    BASE_TYPE,
                    RANGE_TYPE,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    FOREIGN_TABLE,
                    STATISTICS,
                    PUBLICATION,
                    EVENT_TRIGGER -> SchemaObject.of(kind, name);
        };
    }
}
