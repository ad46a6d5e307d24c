package dev.athanor.migration.witness;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Represents columns of the catalogs that the witness leaves out, with the reason.
 *
 * @param catalog the catalog
 * @param columns the columns, or an empty list if the catalog is left out as a whole
 * @param reason why a difference in them does not make a schema another one
 * @since 0.1.0
 */
public record LeftOut(String catalog, List<String> columns, String reason) {

    private static final String IDENTITY = "a number that the server assigns; the object is compared by its name";
    private static final String STATISTICS = "statistics about the rows, which VACUUM and ANALYZE update";
    private static final String SERVER = "belongs to the whole server, and not to a database";
    private static final String ROWS = "belongs to the rows, which are not compared";

    /** Holds what is left out of every catalog that has it. */
    static final LeftOut OID = new LeftOut("every catalog", List.of("oid"), IDENTITY);

    private static final List<LeftOut> ALL = List.of(
            OID,
            of(
                    "pg_attribute",
                    "the order of the columns of a table, which is a lesser finding of its own; that of a view is compared",
                    "attnum"),
            of("pg_attribute", "marks a dropped column, and the rows of dropped columns are left out", "attisdropped"),
            of("pg_attribute", ROWS + ": the value of a column in older rows", "atthasmissing", "attmissingval"),
            of("pg_attribute", "constant, and gone in later versions", "attcacheoff"),
            of("pg_attribute", "not kept up by the server: the declared number of dimensions", "attndims"),
            of("pg_class", "counts dropped columns too", "relnatts"),
            of("pg_class", "the file of the rows, another one after each rewrite", "relfilenode", "relrewrite"),
            of("pg_class", STATISTICS, "relpages", "reltuples", "relallvisible", "relallfrozen"),
            of("pg_class", "the age of the rows, which VACUUM updates", "relfrozenxid", "relminmxid"),
            of(
                    "pg_class",
                    "a hint that the server does not reset when the last one is dropped",
                    "relhasindex",
                    "relhasrules",
                    "relhastriggers",
                    "relhassubclass"),
            of("pg_class", ROWS + ": whether a materialized view has been filled", "relispopulated"),
            of("pg_index", "tells old transactions to wait, and is reset by a later change", "indcheckxmin"),
            of("pg_index", "counts the columns that are compared by name", "indnatts", "indnkeyatts"),
            of("pg_collation", "the version of the library when the collation was last checked", "collversion"),
            of("pg_database", "the name and the place of the database", "datname", "dattablespace"),
            of(
                    "pg_database",
                    "the age of the rows, which VACUUM updates",
                    "datfrozenxid",
                    "datminmxid",
                    "datlastsysoid"),
            of("pg_database", "a hint that the server does not reset", "dathasloginevt"),
            of("pg_database", "the version of the library when it was last checked", "datcollversion"),
            of("pg_subscription", "the progress of replication", "subskiplsn"),
            of("pg_statistic", STATISTICS),
            of("pg_statistic_ext_data", STATISTICS),
            of("pg_largeobject", ROWS),
            of("pg_largeobject_metadata", ROWS),
            of("pg_subscription_rel", "the progress of replication"),
            of("pg_init_privs", "what an extension granted to its own objects"),
            of("pg_authid", SERVER),
            of("pg_auth_members", SERVER),
            of("pg_tablespace", SERVER),
            of("pg_parameter_acl", SERVER),
            of("pg_replication_origin", SERVER));

    public LeftOut {
        columns = List.copyOf(columns);
    }

    private static LeftOut of(String catalog, String reason, String... columns) {
        return new LeftOut(catalog, Arrays.asList(columns), reason);
    }

    /** Returns everything that is left out. */
    public static List<LeftOut> all() {
        return ALL;
    }

    /** Returns the entry that leaves a column out. */
    static Optional<LeftOut> find(String catalog, String column) {
        return ALL.stream()
                .filter(one -> one == OID || one.catalog.equals(catalog))
                .filter(one -> one.columns.isEmpty() || one.columns.contains(column))
                .findFirst();
    }
}
