package dev.athanor.migration.witness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds how single catalogs are read that the general rule does not read well: expressions as the server prints them,
 * privileges without their order, and only the rows that belong to the database and to its users.
 */
final class CatalogSql {

    /** Separates the values of a row. */
    static final String SEPARATOR = "\u001f";
    /** Stands for a value that is null. */
    static final String NULL = "\u001e";

    /** The first oid of an object that is not part of the server's own installation. */
    static final long FIRST_USER_OID = 16384;

    private static final String TOAST = "'pg_toast'::regnamespace";
    private static final String THIS_DATABASE =
            "(SELECT d.oid FROM pg_database d WHERE d.datname = current_database())";

    /** Begins the comment of a throw-away database, which differs from one such database to the next. */
    private static final String THROW_AWAY = "A throw-away database of `migration verify`";

    private static final Map<String, String> EXPRESSIONS = expressions();

    private static final Map<String, String> JOINS = Map.of(
            "pg_attribute", " JOIN pg_class c ON c.oid = t.attrelid",
            "pg_class", " LEFT JOIN pg_class x ON x.oid = t.reltoastrelid",
            "pg_type", " LEFT JOIN pg_type e ON e.typarray = t.oid AND t.typelem <> 0");

    private static final Map<String, String> CONDITIONS = Map.ofEntries(
            Map.entry(
                    "pg_attribute",
                    "t.attrelid >= 16384 AND t.attnum > 0 AND NOT t.attisdropped AND c.relkind <> 'S' AND c.relnamespace <> "
                            + TOAST
                            + " AND (c.relkind NOT IN ('i', 'I') OR t.attoptions IS NOT NULL OR coalesce(t.attstattarget, -1) <> -1)"),
            Map.entry("pg_class", "t.oid >= 16384 AND t.relnamespace <> " + TOAST),
            Map.entry("pg_namespace", "t.nspname !~ '^pg_' AND t.nspname <> 'information_schema'"),
            Map.entry("pg_depend", "t.objid >= 16384"),
            Map.entry("pg_shdepend", "t.dbid = " + THIS_DATABASE),
            Map.entry("pg_description", ofUsers()),
            Map.entry("pg_seclabel", ofUsers()),
            Map.entry("pg_shdescription", ofThisDatabase() + " AND t.description NOT LIKE '" + THROW_AWAY + "%'"),
            Map.entry("pg_shseclabel", ofThisDatabase()),
            Map.entry("pg_database", "t.oid = " + THIS_DATABASE),
            Map.entry("pg_db_role_setting", "t.setdatabase = " + THIS_DATABASE),
            Map.entry("pg_subscription", "t.subdbid = " + THIS_DATABASE));

    private CatalogSql() {}

    private static Map<String, String> expressions() {
        Map<String, String> expressions = new HashMap<>();
        Map.of(
                        "pg_attrdef.adbin", "adrelid",
                        "pg_class.relpartbound", "oid",
                        "pg_constraint.conbin", "conrelid",
                        "pg_index.indexprs", "indrelid",
                        "pg_index.indpred", "indrelid",
                        "pg_partitioned_table.partexprs", "partrelid",
                        "pg_policy.polqual", "polrelid",
                        "pg_policy.polwithcheck", "polrelid",
                        "pg_publication_rel.prqual", "prrelid",
                        "pg_statistic_ext.stxexprs", "stxrelid")
                .forEach((column, table) -> expressions.put(column, printed(column, "t." + table)));
        List.of("pg_type.typdefaultbin", "pg_proc.proargdefaults")
                .forEach(column -> expressions.put(column, printed(column, "0")));
        expressions.put("pg_proc.prosqlbody", "pg_get_function_sqlbody(t.oid)");
        expressions.put(
                "pg_rewrite.ev_action",
                "CASE WHEN t.rulename = '_RETURN' THEN pg_get_viewdef(t.ev_class) ELSE pg_get_ruledef(t.oid, true) END");
        expressions.put("pg_rewrite.ev_qual", "t.ev_qual::text <> '<>'");
        expressions.put("pg_trigger.tgqual", "CASE WHEN t.tgqual IS NOT NULL THEN pg_get_triggerdef(t.oid, true) END");
        privileges(expressions);
        names(expressions);
        return Map.copyOf(expressions);
    }

    private static String printed(String column, String table) {
        return "pg_get_expr(t." + column.substring(column.indexOf('.') + 1) + ", " + table + ")";
    }

    private static void privileges(Map<String, String> expressions) {
        expressions.put("pg_class.relacl", acl("relacl", "CASE t.relkind WHEN 'S' THEN 's' ELSE 'r' END", "relowner"));
        expressions.put("pg_proc.proacl", acl("proacl", "'f'", "proowner"));
        expressions.put("pg_namespace.nspacl", acl("nspacl", "'n'", "nspowner"));
        expressions.put("pg_type.typacl", acl("typacl", "'T'", "typowner"));
        expressions.put("pg_language.lanacl", acl("lanacl", "'l'", "lanowner"));
        expressions.put("pg_foreign_data_wrapper.fdwacl", acl("fdwacl", "'F'", "fdwowner"));
        expressions.put("pg_foreign_server.srvacl", acl("srvacl", "'S'", "srvowner"));
        expressions.put("pg_database.datacl", acl("datacl", "'d'", "datdba"));
    }

    /** Returns the privileges in a fixed order; none that were granted stand for the default. */
    private static String acl(String column, String kind, String owner) {
        return sorted("coalesce(t." + column + ", acldefault((" + kind + ")::\"char\", t." + owner + "))");
    }

    private static String sorted(String array) {
        return "(SELECT array_agg(a::text ORDER BY a::text COLLATE \"C\") FROM unnest(" + array + ") AS u (a))";
    }

    private static void names(Map<String, String> expressions) {
        expressions.put(
                "pg_attribute.attname",
                "CASE WHEN c.relkind IN ('i', 'I') THEN 'column ' || t.attnum ELSE t.attname::text END");
        expressions.put(
                "pg_attribute.attnum",
                "CASE WHEN c.relkind IN ('v', 'm', 'c') THEN (SELECT count(*) FROM pg_attribute o WHERE o.attrelid ="
                        + " t.attrelid AND o.attnum BETWEEN 1 AND t.attnum AND NOT o.attisdropped) END");
        expressions.put("pg_class.reltoastrelid", "x.reloptions");
        expressions.put(
                "pg_constraint.conname",
                "CASE WHEN t.conparentid <> 0 AND t.contype = 'f' THEN '' ELSE t.conname::text END");
        expressions.put("pg_constraint.connoinherit", "CASE WHEN t.contype IN ('c', 'n') THEN t.connoinherit END");
        expressions.put(
                "pg_enum.enumsortorder",
                "(SELECT count(*) FROM pg_enum o WHERE o.enumtypid = t.enumtypid"
                        + " AND o.enumsortorder <= t.enumsortorder)");
        expressions.put(
                "pg_inherits.inhseqno",
                "(SELECT count(*) FROM pg_inherits o WHERE o.inhrelid = t.inhrelid AND o.inhseqno <= t.inhseqno)");
        expressions.put("pg_subscription.subtwophasestate", "t.subtwophasestate <> 'd'");
        expressions.put(
                "pg_trigger.tgname",
                "CASE WHEN t.tgisinternal THEN regexp_replace(t.tgname, '_[0-9]+$', '') ELSE t.tgname::text END");
        expressions.put("pg_type.typname", "coalesce(e.typname || '[]', t.typname::text)");
    }

    private static String ofUsers() {
        return "(t.objoid >= 16384 OR t.classoid = 'pg_namespace'::regclass AND t.objoid = to_regnamespace('public'))";
    }

    private static String ofThisDatabase() {
        return "t.classoid = 'pg_database'::regclass AND t.objoid = " + THIS_DATABASE;
    }

    /** Returns the special expression of a column. */
    static Optional<String> expression(String catalog, String column) {
        return Optional.ofNullable(EXPRESSIONS.get(catalog + "." + column));
    }

    /** Returns the expression by which a column of a type is read if there is no special one. */
    static String plainExpression(String column, String type) {
        String value = "t." + column;
        return switch (type) {
            case "regproc" -> value + "::oid::text";
            case "pg_node_tree" -> "regexp_replace(" + value + "::text, ':location -?[0-9]+', '', 'g')";
            case "text", "text[]", "name" -> "replace(" + value + "::text, chr(31), '\\x1f')";
            case "aclitem[]" -> sorted(value) + "::text";
            default -> value + "::text";
        };
    }

    /** Returns the number by which the rows of a catalog are put into buckets, if it is not the first of its key. */
    static Optional<String> bucketed(String catalog) {
        return switch (catalog) {
            case "pg_depend", "pg_shdepend" -> Optional.of("t.objid::bigint");
            case "pg_enum" -> Optional.of("t.enumtypid::bigint");
            default -> Optional.empty();
        };
    }

    /** Returns what is another value for another version of a row, and of what is read together with it. */
    static String version(String catalog) {
        return "t.ctid, t.xmin" + (catalog.equals("pg_class") ? ", x.ctid, x.xmin" : "");
    }

    static String join(String catalog) {
        return JOINS.getOrDefault(catalog, "");
    }

    /** Returns the condition on the rows that belong to users. */
    static Optional<String> condition(String catalog) {
        return Optional.ofNullable(CONDITIONS.get(catalog));
    }
}
