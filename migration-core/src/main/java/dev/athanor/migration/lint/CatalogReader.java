package dev.athanor.migration.lint;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads on the connection of the scripts what a transaction has locked, read and changed. */
final class CatalogReader {

    private static final String LOCKS = "SELECT relation, mode FROM pg_catalog.pg_locks WHERE pid = pg_backend_pid()"
            + " AND locktype = 'relation' AND granted AND relation >= 16384 AND database ="
            + " (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())";

    private static final String SCANS = "SELECT oid, pg_stat_get_xact_numscans(oid) FROM pg_catalog.pg_class"
            + " WHERE oid >= 16384 AND relkind IN ('r', 'm') AND pg_stat_get_xact_numscans(oid) > 0";

    /** Selects the relations of a statement, together with their indexes and TOAST tables. */
    private static final String LOCKED = "(WITH locked AS (SELECT relation AS oid FROM pg_catalog.pg_locks"
            + " WHERE pid = pg_backend_pid() AND locktype = 'relation' AND relation >= 16384)"
            + " SELECT oid FROM locked UNION SELECT indexrelid FROM pg_catalog.pg_index WHERE indrelid IN"
            + " (SELECT oid FROM locked) UNION SELECT reltoastrelid FROM pg_catalog.pg_class WHERE oid IN"
            + " (SELECT oid FROM locked) AND reltoastrelid <> 0)";

    private static final String ALL = "(SELECT oid FROM pg_catalog.pg_class WHERE oid >= 16384)";

    private static final String RELATIONS = "SELECT c.oid, n.nspname, c.relname, c.relkind, c.relfilenode,"
            + " coalesce(x.indrelid, o.oid, 0), coalesce(h.inhparent, 0), x.indisvalid, x.indnkeyatts,"
            + " array_to_string(x.indkey, ','), concat_ws(' ', i.amname, x.indkey, x.indclass, x.indcollation,"
            + " x.indoption, pg_get_expr(x.indexprs, x.indrelid), pg_get_expr(x.indpred, x.indrelid)),"
            + " x.indpred IS NOT NULL"
            + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            + " LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = c.oid"
            + " LEFT JOIN pg_catalog.pg_am i ON i.oid = c.relam"
            + " LEFT JOIN pg_catalog.pg_class o ON c.relkind = 't' AND o.reltoastrelid = c.oid"
            + " LEFT JOIN pg_catalog.pg_inherits h ON c.relispartition AND h.inhrelid = c.oid"
            + " WHERE c.oid IN %s";

    private static final String COLUMNS = "SELECT attrelid, attnum, attname, format_type(atttypid, atttypmod),"
            + " attnotnull, atthasdef, attidentity <> '', attgenerated <> '' FROM pg_catalog.pg_attribute a"
            + " JOIN pg_catalog.pg_class c ON c.oid = a.attrelid WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm')"
            + " AND attnum > 0 AND NOT attisdropped AND attrelid IN %s ORDER BY attrelid, attnum";

    private static final String CONSTRAINTS = "SELECT oid, conrelid, conname, contype, convalidated, confrelid,"
            + " array_to_string(conkey, ','), conindid FROM pg_catalog.pg_constraint"
            + " WHERE contype IN ('c', 'f', 'p', 'u', 'x') AND conrelid IN %s";

    private static final String ENUMS = "SELECT t.oid, n.nspname, t.typname, e.oid, e.enumlabel"
            + " FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
            + " LEFT JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid WHERE t.oid >= 16384 AND t.typtype = 'e'";

    private static final String DOMAINS = "SELECT t.oid, n.nspname, t.typname, t.typnotnull, k.oid, k.convalidated"
            + " FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
            + " LEFT JOIN pg_catalog.pg_constraint k ON k.contypid = t.oid AND k.contype = 'c'"
            + " WHERE t.oid >= 16384 AND t.typtype = 'd'";

    private static final String SCHEMAS = "SELECT oid, nspname FROM pg_catalog.pg_namespace"
            + " WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'";

    /** Selects what the transaction has written, by the transaction in which a row of a catalog was made. */
    private static final String WRITTEN = "SELECT n.nspname, k.kind, k.name FROM ("
            + "SELECT relnamespace, 'relation', relname, xmin FROM pg_catalog.pg_class"
            + " WHERE oid >= 16384 AND relkind NOT IN ('t', 'i', 'I')"
            + " UNION ALL SELECT pronamespace, 'function', proname, xmin FROM pg_catalog.pg_proc WHERE oid >= 16384"
            + " UNION ALL SELECT typnamespace, 'type', typname, xmin FROM pg_catalog.pg_type"
            + " WHERE oid >= 16384 AND typtype IN ('e', 'd', 'r')) AS k (namespace, kind, name, made)"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = k.namespace WHERE n.nspname !~ '^pg_' AND k.made::text::bigint"
            + " >= pg_current_xact_id_if_assigned()::xid::text::bigint";

    private final Connection connection;

    CatalogReader(Connection connection) {
        this.connection = connection;
    }

    /** Represents a lock on a relation. */
    record Lock(long relation, LockMode mode) {}

    /** Represents an object of a schema that the transaction has made or changed. */
    record Written(String schema, String kind, String name) {}

    /**
     * Holds what a transaction has done so far.
     *
     * @param locks the locks that it holds on relations
     * @param scans how often each table was read from beginning to end, including earlier transactions
     */
    record Activity(Set<Lock> locks, Map<Long, Long> scans) {}

    /** Holds what a statement has left. */
    record Reading(Activity activity, Catalog catalog, Set<Written> written) {}

    Activity activity() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCKS + ";" + SCANS);
            Set<Lock> locks = locks(statement);
            return new Activity(locks, scans(next(statement)));
        }
    }

    /** Reads everything. */
    Catalog catalog() throws SQLException {
        return reading(Catalog.EMPTY, ALL).catalog();
    }

    /** Reads what the relations that the transaction has locked are like now; all others are as they were before. */
    Reading after(Catalog before) throws SQLException {
        return reading(before, LOCKED);
    }

    private Reading reading(Catalog before, String scope) throws SQLException {
        List<String> queries = new ArrayList<>(List.of(LOCKS, SCANS));
        Stream.of(RELATIONS, COLUMNS, CONSTRAINTS)
                .map(query -> String.format(query, scope))
                .forEach(queries::add);
        queries.addAll(List.of(ENUMS, DOMAINS, SCHEMAS, WRITTEN));
        try (Statement statement = connection.createStatement()) {
            statement.execute(String.join(";", queries));
            Set<Lock> locks = locks(statement);
            Activity activity = new Activity(locks, scans(next(statement)));
            Map<Long, Catalog.Relation> relations = relations(next(statement));
            columns(next(statement), relations);
            constraints(next(statement), relations);
            Map<Long, Catalog.Type> types = new HashMap<>();
            enums(next(statement), types);
            domains(next(statement), types);
            Catalog rest = new Catalog(Map.of(), types, schemas(next(statement)));
            Set<Long> touched = new HashSet<>();
            locks.forEach(lock -> touched.add(lock.relation()));
            return new Reading(activity, before.changed(touched, relations.values(), rest), written(next(statement)));
        }
    }

    private static ResultSet next(Statement statement) throws SQLException {
        statement.getMoreResults();
        return statement.getResultSet();
    }

    private static Set<Lock> locks(Statement statement) throws SQLException {
        Set<Lock> locks = new HashSet<>();
        ResultSet rows = statement.getResultSet();
        while (rows.next()) {
            locks.add(new Lock(rows.getLong(1), LockMode.of(rows.getString(2))));
        }
        return locks;
    }

    private static Map<Long, Long> scans(ResultSet rows) throws SQLException {
        Map<Long, Long> scans = new HashMap<>();
        while (rows.next()) {
            scans.put(rows.getLong(1), rows.getLong(2));
        }
        return scans;
    }

    private static Map<Long, Catalog.Relation> relations(ResultSet rows) throws SQLException {
        Map<Long, Catalog.Relation> relations = new HashMap<>();
        while (rows.next()) {
            relations.put(
                    rows.getLong(1),
                    new Catalog.Relation(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4).charAt(0),
                            rows.getLong(5),
                            rows.getLong(6),
                            rows.getLong(7),
                            new HashMap<>(),
                            new ArrayList<>(),
                            index(rows)));
        }
        return relations;
    }

    private static Optional<Catalog.Index> index(ResultSet rows) throws SQLException {
        String columns = rows.getString(10);
        return columns == null
                ? Optional.empty()
                : Optional.of(new Catalog.Index(
                        rows.getBoolean(8), rows.getInt(9), numbers(columns), rows.getString(11), rows.getBoolean(12)));
    }

    private static List<Integer> numbers(String list) {
        return list.isEmpty()
                ? List.of()
                : Stream.of(list.split(",")).map(Integer::valueOf).toList();
    }

    private static void columns(ResultSet rows, Map<Long, Catalog.Relation> relations) throws SQLException {
        while (rows.next()) {
            Catalog.Relation relation = relations.get(rows.getLong(1));
            if (relation != null) {
                relation.columns()
                        .put(
                                rows.getInt(2),
                                new Catalog.Column(
                                        rows.getInt(2),
                                        rows.getString(3),
                                        rows.getString(4),
                                        rows.getBoolean(5),
                                        rows.getBoolean(6),
                                        rows.getBoolean(7),
                                        rows.getBoolean(8)));
            }
        }
    }

    private static void constraints(ResultSet rows, Map<Long, Catalog.Relation> relations) throws SQLException {
        while (rows.next()) {
            Catalog.Relation relation = relations.get(rows.getLong(2));
            if (relation != null) {
                String columns = rows.getString(7);
                relation.constraints()
                        .add(new Catalog.Constraint(
                                rows.getLong(1),
                                rows.getString(3),
                                rows.getString(4).charAt(0),
                                rows.getBoolean(5),
                                rows.getLong(6),
                                columns == null ? List.of() : numbers(columns),
                                rows.getLong(8)));
            }
        }
    }

    private static void enums(ResultSet rows, Map<Long, Catalog.Type> types) throws SQLException {
        while (rows.next()) {
            String schema = rows.getString(2);
            String name = rows.getString(3);
            Catalog.Type type = types.computeIfAbsent(
                    rows.getLong(1), oid -> new Catalog.Type(schema, name, new HashMap<>(), Map.of(), false));
            if (rows.getLong(4) != 0) {
                type.labels().put(rows.getLong(4), rows.getString(5));
            }
        }
    }

    private static void domains(ResultSet rows, Map<Long, Catalog.Type> types) throws SQLException {
        while (rows.next()) {
            String schema = rows.getString(2);
            String name = rows.getString(3);
            boolean notNull = rows.getBoolean(4);
            Catalog.Type type = types.computeIfAbsent(
                    rows.getLong(1), oid -> new Catalog.Type(schema, name, Map.of(), new HashMap<>(), notNull));
            if (rows.getLong(5) != 0) {
                type.checks().put(rows.getLong(5), rows.getBoolean(6));
            }
        }
    }

    private static Map<Long, String> schemas(ResultSet rows) throws SQLException {
        Map<Long, String> schemas = new HashMap<>();
        while (rows.next()) {
            schemas.put(rows.getLong(1), rows.getString(2));
        }
        return schemas;
    }

    private static Set<Written> written(ResultSet rows) throws SQLException {
        Set<Written> written = new HashSet<>();
        while (rows.next()) {
            written.add(new Written(rows.getString(1), rows.getString(2), rows.getString(3)));
        }
        return written;
    }
}
