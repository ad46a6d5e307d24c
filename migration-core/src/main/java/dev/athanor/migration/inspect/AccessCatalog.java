package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.Access;
import dev.athanor.migration.schema.AccessControl;
import dev.athanor.migration.schema.DefaultPrivileges;
import dev.athanor.migration.schema.Grant;
import dev.athanor.migration.schema.Grant.Grantee;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.SchemaObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the owners and privileges of objects, and the default privileges. */
final class AccessCatalog {

    /**
     * Selects a row for each privilege of each object that has another owner than the current role or privileges of its
     * own; the privilege is null for one that has all that PostgreSQL gives.
     */
    private static final String OBJECTS = """
            WITH schemas AS MATERIALIZED (SELECT * FROM pg_namespace WHERE nspname = ANY (?)),
            objects AS MATERIALIZED (
                SELECT 'pg_class'::regclass AS catalog, c.oid, n.nspname, c.relname::text AS name, NULL::text AS arguments,
                       CASE WHEN c.relkind IN ('r', 'p') THEN 'TABLE' WHEN c.relkind = 'S' THEN 'SEQUENCE'
                            ELSE 'VIEW' END AS kind, c.relowner AS owner, c.relacl AS acl
                FROM pg_class c JOIN schemas n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND c.relpersistence <> 't'
                UNION ALL SELECT 'pg_proc'::regclass, p.oid, n.nspname, p.proname,
                    CASE WHEN p.proacl IS NOT NULL OR p.proowner <> current_user::regrole
                         THEN pg_get_function_identity_arguments(p.oid) END, 'FUNCTION', p.proowner, p.proacl
                FROM pg_proc p JOIN schemas n ON n.oid = p.pronamespace WHERE p.prokind IN ('f', 'p')
                UNION ALL SELECT 'pg_type'::regclass, t.oid, n.nspname, t.typname, NULL,
                    CASE t.typtype WHEN 'e' THEN 'ENUM_TYPE' WHEN 'd' THEN 'DOMAIN' ELSE 'COMPOSITE_TYPE' END,
                    t.typowner, t.typacl
                FROM pg_type t JOIN schemas n ON n.oid = t.typnamespace
                WHERE t.typtype IN ('e', 'd')
                   OR t.typtype = 'c' AND (SELECT c.relkind FROM pg_class c WHERE c.oid = t.typrelid) = 'c'
                UNION ALL SELECT 'pg_namespace'::regclass, n.oid, NULL, n.nspname, NULL, 'SCHEMA', n.nspowner, n.nspacl
                FROM schemas n),
            columns AS MATERIALIZED (
                SELECT a.attrelid, a.attname, a.attacl FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid JOIN schemas n ON n.oid = c.relnamespace
                WHERE a.attacl IS NOT NULL AND a.attnum > 0 AND NOT a.attisdropped)
            SELECT o.kind, o.nspname AS schema, o.name, o.arguments, o.owner <> current_user::regrole AS is_other,
                   pg_get_userbyid(o.owner) AS owner, o.acl IS NULL AS built_in,
                   current_setting('server_version_num')::int >= 170000 AS knows_maintain, g.*
            FROM objects o
            LEFT JOIN LATERAL (
                SELECT x.grantee = o.owner AS of_owner, x.grantee = 0 AS of_all, pg_get_userbyid(x.grantee) AS grantee,
                       x.privilege_type, x.is_grantable, NULL::text AS attname
                FROM aclexplode(o.acl) x
                UNION ALL SELECT x.grantee = o.owner, x.grantee = 0, pg_get_userbyid(x.grantee), x.privilege_type,
                    x.is_grantable, a.attname
                FROM columns a CROSS JOIN aclexplode(a.attacl) x
                WHERE o.catalog = 'pg_class'::regclass AND a.attrelid = o.oid) g ON true
            WHERE (o.owner <> current_user::regrole OR o.acl IS NOT NULL OR g.attname IS NOT NULL)
              AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = o.oid AND e.classid = o.catalog
                              AND (e.deptype = 'e' OR e.deptype = 'i' AND o.kind IN ('SEQUENCE', 'FUNCTION')))""";

    private static final String DEFAULTS = """
            SELECT pg_get_userbyid(d.defaclrole) AS role, d.defaclrole = current_user::regrole AS own,
                   CASE WHEN d.defaclnamespace = 0 THEN '*' ELSE n.nspname END AS schema,
                   CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                        WHEN 'T' THEN 'TYPES' ELSE 'SCHEMAS' END AS category,
                   x.grantee = d.defaclrole AS of_owner, x.grantee = 0 AS of_all, pg_get_userbyid(x.grantee) AS grantee,
                   x.privilege_type, x.is_grantable, NULL::text AS attname,
                   current_setting('server_version_num')::int >= 170000 AS knows_maintain
            FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
            LEFT JOIN LATERAL aclexplode(d.defaclacl) x ON true
            WHERE (d.defaclnamespace = 0 OR n.nspname = ANY (?)) AND d.defaclobjtype IN ('r', 'S', 'f', 'T', 'n')""";

    private final Catalog catalog;
    private final Map<SchemaObject, Found> found = new HashMap<>();
    private final Map<DefaultPrivileges.Key, List<Grant>> defaults = new HashMap<>();

    /** Collects the grants of an object; an object without privileges of its own gets what PostgreSQL gives. */
    private record Found(@Nullable String owner, List<Grant> grants) {}

    private AccessCatalog(Catalog catalog) {
        this.catalog = catalog;
    }

    static AccessControl read(Catalog catalog) {
        AccessCatalog access = new AccessCatalog(catalog);
        catalog.query(OBJECTS, (row, number) -> access.addObject(row));
        catalog.query(DEFAULTS, (row, number) -> access.addDefault(row));
        return access.control();
    }

    private AccessControl control() {
        Map<SchemaObject, Access> objects = new HashMap<>();
        found.forEach((object, one) -> {
            Access access = new Access(one.owner(), one.grants());
            if (!AccessControl.NONE.of(object).equals(Optional.of(access))) {
                objects.put(object, access);
            }
        });
        Map<DefaultPrivileges.Key, List<Grant>> sorted = new HashMap<>();
        defaults.forEach((key, grants) -> sorted.put(key, new DefaultPrivileges(key, grants).grants()));
        return new AccessControl(objects, sorted);
    }

    private SchemaObject addObject(ResultSet row) throws SQLException {
        ObjectKind kind = ObjectKind.valueOf(row.getString("kind"));
        SchemaObject object = new SchemaObject(kind, catalog.name(row, ""), row.getString("arguments"));
        boolean counts = kind == ObjectKind.SCHEMA
                ? !catalog.scope().schema().equals(object.name().name())
                : !catalog.omits(object.name());
        if (counts) {
            String owner = row.getBoolean("is_other") ? row.getString("owner") : null;
            Found one = found.get(object);
            if (one == null) {
                one = new Found(owner, new ArrayList<>());
                found.put(object, one);
                addBuiltIn(row, kind, one.grants());
            }
            if (row.getString("privilege_type") != null) {
                one.grants().add(grant(row));
            }
        }
        return object;
    }

    private static void addBuiltIn(ResultSet row, ObjectKind kind, List<Grant> grants) throws SQLException {
        Access.Category category = AccessControl.category(kind).orElseThrow();
        if (row.getBoolean("built_in")) {
            grants.addAll(AccessControl.builtIn(category));
        } else {
            addMaintenance(row, category, grants);
        }
    }

    /** Adds what an owner can do before PostgreSQL 17 without a privilege for it. */
    private static void addMaintenance(ResultSet row, Access.Category category, List<Grant> grants)
            throws SQLException {
        if (category == Access.Category.TABLES && !row.getBoolean("knows_maintain")) {
            grants.add(new Grant(Grantee.OWNER, "MAINTAIN", null, false));
        }
    }

    private DefaultPrivileges.Key addDefault(ResultSet row) throws SQLException {
        String schema = row.getString("schema");
        DefaultPrivileges.Key key = new DefaultPrivileges.Key(
                row.getBoolean("own") ? Optional.empty() : Optional.of(row.getString("role")),
                catalog.scope().schema().equals(schema) ? "" : schema,
                Access.Category.valueOf(row.getString("category")));
        List<Grant> grants = defaults.get(key);
        if (grants == null) {
            grants = new ArrayList<>();
            defaults.put(key, grants);
            if (key.isEverywhere()) {
                addMaintenance(row, key.category(), grants);
            }
        }
        if (row.getString("privilege_type") != null) {
            grants.add(grant(row));
        }
        return key;
    }

    private static Grant grant(ResultSet row) throws SQLException {
        Grantee grantee = row.getBoolean("of_owner")
                ? Grantee.OWNER
                : row.getBoolean("of_all") ? Grantee.PUBLIC : Grantee.role(row.getString("grantee"));
        return new Grant(
                grantee, row.getString("privilege_type"), row.getString("attname"), row.getBoolean("is_grantable"));
    }
}
