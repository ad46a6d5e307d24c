package dev.athanor.migration.inspect;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Records which objects each schema of a database holds, without the system's schemas and without members of
 * extensions.
 *
 * <p>Comparing two recordings of the same database shows which schemas were created or changed in between.
 */
public final class SchemaHoldings {

    /**
     * Describes what one schema holds.
     *
     * @param count the number of objects
     * @param sum the sum of the hashes of their oids
     * @param forExtensions whether an extension is in the schema
     */
    private record Holding(long count, long sum, boolean forExtensions) {}

    /**
     * Selects the objects of each schema. Indexes, constraints and triggers belong to a table, and the type of a row or
     * an array belongs to another object. Catalogs are identified by their oid.
     */
    private static final String QUERY = """
            WITH objects AS (
                SELECT 'pg_class'::regclass::oid AS catalog, oid, relnamespace AS schema FROM pg_class
                WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c')
                UNION ALL SELECT 'pg_type'::regclass, oid, typnamespace FROM pg_type
                WHERE typtype IN ('b', 'd', 'e', 'r') AND typcategory <> 'A'
                UNION ALL SELECT 'pg_proc'::regclass, oid, pronamespace FROM pg_proc
                UNION ALL SELECT 'pg_operator'::regclass, oid, oprnamespace FROM pg_operator
                UNION ALL SELECT 'pg_opclass'::regclass, oid, opcnamespace FROM pg_opclass
                UNION ALL SELECT 'pg_opfamily'::regclass, oid, opfnamespace FROM pg_opfamily
                UNION ALL SELECT 'pg_collation'::regclass, oid, collnamespace FROM pg_collation
                UNION ALL SELECT 'pg_conversion'::regclass, oid, connamespace FROM pg_conversion
                UNION ALL SELECT 'pg_statistic_ext'::regclass, oid, stxnamespace FROM pg_statistic_ext
                UNION ALL SELECT 'pg_ts_config'::regclass, oid, cfgnamespace FROM pg_ts_config
                UNION ALL SELECT 'pg_ts_dict'::regclass, oid, dictnamespace FROM pg_ts_dict
                UNION ALL SELECT 'pg_ts_parser'::regclass, oid, prsnamespace FROM pg_ts_parser
                UNION ALL SELECT 'pg_ts_template'::regclass, oid, tmplnamespace FROM pg_ts_template),
            members AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e')
            SELECT n.nspname, count(o.oid), coalesce(sum(hashoid(o.oid)), 0)::bigint,
                   EXISTS (SELECT FROM pg_extension x WHERE x.extnamespace = n.oid)
            FROM pg_namespace n
            LEFT JOIN objects o ON o.schema = n.oid
                AND NOT EXISTS (SELECT FROM members m WHERE m.classid = o.catalog AND m.objid = o.oid)
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            GROUP BY n.oid, n.nspname
            HAVING count(o.oid) > 0
                OR NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_namespace'::regclass AND m.objid = n.oid)""";

    /** Names the schema that every database has. */
    private static final String PUBLIC = "public";

    private final SortedMap<String, Holding> schemas;

    private SchemaHoldings(SortedMap<String, Holding> schemas) {
        this.schemas = schemas;
    }

    /** Reads the catalogs, in the caller's transaction if there is one. */
    public static SchemaHoldings read(Connection connection) {
        SortedMap<String, Holding> schemas = new TreeMap<>();
        JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql(QUERY)
                .query(row -> {
                    schemas.put(row.getString(1), new Holding(row.getLong(2), row.getLong(3), row.getBoolean(4)));
                });
        return new SchemaHoldings(schemas);
    }

    /** Returns the sorted names of the schemas that are new, hold other objects, or are gone. */
    public List<String> changedSince(SchemaHoldings before) {
        SortedSet<String> names = new TreeSet<>(schemas.keySet());
        names.addAll(before.schemas.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(schemas.get(name), before.schemas.get(name)))
                .toList();
    }

    /**
     * Returns the sorted names of the schemas that were created on purpose, without an empty {@code public} and without
     * schemas that only hold extensions.
     */
    public List<String> made() {
        return schemas.entrySet().stream()
                .filter(entry -> isMade(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isMade(String name, Holding holding) {
        return holding.count() > 0 || !holding.forExtensions() && !name.equals(PUBLIC);
    }

    /** Returns whether a schema exists and only holds extensions. */
    public boolean isForExtensions(String schema) {
        Holding holding = schemas.get(schema);
        return holding != null && holding.count() == 0 && holding.forExtensions();
    }

    /** Returns whether a schema holds any object. */
    public boolean holdsObjects(String schema) {
        Holding holding = schemas.get(schema);
        return holding != null && holding.count() > 0;
    }
}
