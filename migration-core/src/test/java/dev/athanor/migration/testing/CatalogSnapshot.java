package dev.athanor.migration.testing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Everything that PostgreSQL's catalogs say of a database's own objects, as sorted lines: equal lines, equal schema. */
public final class CatalogSnapshot {

    private static final String OURS = "n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')"
            + " AND n.nspname NOT LIKE 'pg_temp%'" + " AND n.nspname NOT LIKE 'pg_toast_temp%'";

    private static final List<String> QUERIES = List.of(
            "SELECT 'schema ' || nspname FROM pg_namespace n WHERE " + OURS,
            "SELECT format('relation %s.%s %s %s %s', n.nspname, relname, relkind, relpersistence,"
                    + " coalesce(pg_get_partkeydef(c.oid), '') || coalesce(pg_get_expr(relpartbound, c.oid), ''))"
                    + " FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE " + OURS,
            "SELECT format('column %s.%s %s %s %s %s %s %s %s %s %s', n.nspname, relname,"
                    + " row_number() OVER (PARTITION BY c.oid ORDER BY attnum), attname,"
                    + " format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated,"
                    + " coalesce(pg_get_expr(adbin, adrelid), ''), attcollation, attstorage)"
                    + " FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace"
                    + " LEFT JOIN pg_attrdef d ON adrelid = attrelid AND adnum = attnum"
                    + " WHERE attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND "
                    + OURS,
            "SELECT format('constraint %s.%s %s %s %s', n.nspname, coalesce(relname, ''), conname, convalidated,"
                    + " pg_get_constraintdef(k.oid)) FROM pg_constraint k JOIN pg_namespace n ON n.oid = connamespace"
                    + " LEFT JOIN pg_class c ON c.oid = conrelid WHERE " + OURS,
            "SELECT format('inherited column %s.%s %s %s', c.oid::regclass, attname, attislocal, attinhcount)"
                    + " FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace"
                    + " WHERE attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p', 'f') AND attinhcount > 0 AND "
                    + OURS,
            "SELECT format('inheritance of constraint %s.%s %s %s %s %s %s', conrelid::regclass, conname, conislocal,"
                    + " coninhcount, connoinherit, to_jsonb(k) ->> 'conenforced', to_jsonb(k) ->> 'conperiod')"
                    + " FROM pg_constraint k JOIN pg_namespace n ON n.oid = connamespace"
                    + " WHERE conrelid <> 0 AND contype <> 't' AND " + OURS,
            "SELECT format('index %s %s', pg_get_indexdef(indexrelid), indisvalid) FROM pg_index i"
                    + " JOIN pg_class c ON c.oid = indexrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE "
                    + OURS,
            "SELECT format('enum %s.%s %s', n.nspname, typname, (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder)"
                    + " FROM pg_enum WHERE enumtypid = t.oid)) FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace"
                    + " WHERE typtype = 'e' AND " + OURS,
            "SELECT format('domain %s.%s %s %s %s', n.nspname, typname, format_type(typbasetype, typtypmod), typnotnull,"
                    + " typdefault) FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace"
                    + " WHERE typtype = 'd' AND " + OURS,
            "SELECT format('routine %s', pg_get_functiondef(p.oid)) FROM pg_proc p JOIN pg_namespace n ON"
                    + " n.oid = pronamespace WHERE prokind IN ('f', 'p') AND NOT EXISTS (SELECT 1 FROM pg_depend d"
                    + " WHERE d.objid = p.oid AND d.deptype = 'e') AND " + OURS,
            "SELECT format('trigger %s', pg_get_triggerdef(t.oid)) FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid"
                    + " JOIN pg_namespace n ON n.oid = relnamespace WHERE NOT tgisinternal AND " + OURS,
            "SELECT format('view %s.%s %s', n.nspname, relname, pg_get_viewdef(c.oid)) FROM pg_class c JOIN pg_namespace n"
                    + " ON n.oid = relnamespace WHERE relkind IN ('v', 'm') AND " + OURS,
            "SELECT format('rule %s', pg_get_ruledef(r.oid)) FROM pg_rewrite r JOIN pg_class c ON c.oid = ev_class"
                    + " JOIN pg_namespace n ON n.oid = relnamespace WHERE rulename <> '_RETURN' AND " + OURS,
            "SELECT format('options %s %s', c.oid::regclass, unnest(reloptions)) FROM pg_class c JOIN pg_namespace n"
                    + " ON n.oid = relnamespace WHERE " + OURS,
            "SELECT format('inherits %s %s %s', inhrelid::regclass, inhparent::regclass,"
                    + " row_number() OVER (PARTITION BY inhrelid ORDER BY inhseqno)) FROM pg_inherits"
                    + " JOIN pg_class c ON c.oid = inhrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE " + OURS,
            "SELECT format('firing %s %s %s', tgrelid::regclass, tgname, tgenabled) FROM pg_trigger t JOIN pg_class c"
                    + " ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE NOT tgisinternal AND "
                    + OURS,
            "SELECT format('owner %s %s.%s %s', objid::regclass, refobjid::regclass, attname, deptype) FROM pg_depend"
                    + " JOIN pg_class c ON c.oid = objid AND relkind = 'S' JOIN pg_namespace n ON n.oid = relnamespace"
                    + " JOIN pg_attribute a ON attrelid = refobjid AND attnum = refobjsubid"
                    + " WHERE classid = 'pg_class'::regclass AND refclassid = 'pg_class'::regclass AND " + OURS,
            "SELECT format('collation of %s %s', t.oid::regtype, typcollation::regcollation) FROM pg_type t"
                    + " JOIN pg_namespace n ON n.oid = typnamespace WHERE typtype = 'd' AND " + OURS,
            "SELECT format('sequence %s', s::text) FROM pg_sequences s",
            "SELECT format('policy %s', p::text) FROM pg_policies p",
            "SELECT format('publication %s %s', pubname, to_jsonb(p) - '{oid,pubowner}'::text[]) FROM pg_publication p",
            "SELECT format('published %s', p::text) FROM pg_publication_tables p",
            "SELECT format('event trigger %s %s %s %s', evtname, evtevent, evttags, evtenabled) FROM pg_event_trigger",
            "SELECT format('foreign server %s %s', srvname, srvoptions) FROM pg_foreign_server",
            "SELECT format('user mapping %s', u::text) FROM (SELECT srvname, usename, umoptions FROM pg_user_mappings) u",
            "SELECT format('foreign table %s %s', ftrelid::regclass, ftoptions) FROM pg_foreign_table",
            "SELECT format('extension %s %s %s', extname, extversion, extnamespace::regnamespace) FROM pg_extension",
            "SELECT format('comment %s %s', pg_describe_object(classoid, objoid, objsubid), description)"
                    + " FROM pg_description WHERE objoid >= 16384");

    private CatalogSnapshot() {}

    /** The lines, without the engine's own two tables. */
    public static List<String> of(TestDatabase database) {
        SingleConnectionDataSource connection =
                new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
        try {
            return of(JdbcClient.create(connection));
        } finally {
            connection.destroy();
        }
    }

    /** The same, asked on a connection that is open. */
    public static List<String> of(JdbcClient client) {
        return QUERIES.stream()
                .flatMap(query -> client.sql(query).query(String.class).list().stream())
                .filter(line -> !line.contains("migration_version") && !line.contains("migration_history"))
                .sorted()
                .toList();
    }

    /**
     * Returns the lines without the positions of columns, because a column that is added is the last one, and without
     * the numbers that sequences have reached.
     */
    public static List<String> unordered(List<String> snapshot) {
        return snapshot.stream()
                .map(line -> line.replaceFirst("^(column \\S+) \\d+ ", "$1 "))
                .map(line -> line.replaceFirst("^(sequence .*),\\d*\\)$", "$1)"))
                .sorted()
                .toList();
    }
}
