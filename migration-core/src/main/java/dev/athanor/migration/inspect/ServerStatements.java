package dev.athanor.migration.inspect;

import static dev.athanor.migration.inspect.ObjectReferences.clause;
import static dev.athanor.migration.inspect.ObjectReferences.function;
import static dev.athanor.migration.inspect.ObjectReferences.options;
import static dev.athanor.migration.inspect.ObjectReferences.quoted;

/** Provides the queries of the statements that create foreign objects, languages and access methods. */
final class ServerStatements {

    private ServerStatements() {}

    static final String LANGUAGE = "SELECT l.oid, ARRAY['CREATE' || CASE WHEN l.lanpltrusted THEN ' TRUSTED' ELSE ''"
            + " END || ' LANGUAGE ' || quote_ident(l.lanname) || ' HANDLER ' || " + function("l.lanplcallfoid")
            + " || "
            + clause("INLINE", function("l.laninline")) + " || "
            + clause("VALIDATOR", function("l.lanvalidator"))
            + "] AS statements FROM pg_language l WHERE l.oid = ANY (?)";

    static final String ACCESS_METHOD = "SELECT a.oid, ARRAY['CREATE ACCESS METHOD ' || quote_ident(a.amname)"
            + " || ' TYPE ' || CASE a.amtype WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END || ' HANDLER ' || "
            + function("a.amhandler") + "] AS statements FROM pg_am a WHERE a.oid = ANY (?)";

    static final String FOREIGN_DATA_WRAPPER =
            "SELECT w.oid, ARRAY['CREATE FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname) || "
                    + clause("HANDLER", function("w.fdwhandler")) + " || "
                    + clause("VALIDATOR", function("w.fdwvalidator")) + " || " + options("w.fdwoptions")
                    + "] AS statements FROM pg_foreign_data_wrapper w WHERE w.oid = ANY (?)";

    static final String SERVER = "SELECT s.oid, ARRAY['CREATE SERVER ' || quote_ident(s.srvname) || "
            + clause("TYPE", "quote_literal(s.srvtype)") + " || " + clause("VERSION", "quote_literal(s.srvversion)")
            + " || ' FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname) || " + options("s.srvoptions")
            + "] AS statements FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw"
            + " WHERE s.oid = ANY (?)";

    static final String USER_MAPPING =
            "SELECT u.umid AS oid, ARRAY['CREATE USER MAPPING FOR ' || CASE WHEN u.umuser = 0"
                    + " THEN 'public' ELSE quote_ident(u.usename) END || ' SERVER ' || quote_ident(u.srvname) || "
                    + options("u.umoptions") + "] AS statements FROM pg_user_mappings u WHERE u.umid = ANY (?)";

    private static final String COLUMNS =
            "(SELECT string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) || "
                    + options("a.attfdwoptions")
                    + " || CASE WHEN a.attcollation <> y.typcollation THEN ' COLLATE ' || a.attcollation::regcollation ELSE '' END"
                    + " || coalesce(CASE WHEN a.attgenerated = '' THEN ' DEFAULT ' || pg_get_expr(v.adbin, v.adrelid, true)"
                    + " ELSE ' GENERATED ALWAYS AS (' || pg_get_expr(v.adbin, v.adrelid, true) || ') '"
                    + " || CASE a.attgenerated WHEN 's' THEN 'STORED' ELSE 'VIRTUAL' END END, '')"
                    + " || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END, ', ' ORDER BY a.attnum)"
                    + " FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid"
                    + " LEFT JOIN pg_attrdef v ON v.adrelid = a.attrelid AND v.adnum = a.attnum"
                    + " WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attislocal AND NOT c.relispartition)";

    private static final String CHECKS =
            "(SELECT string_agg('CONSTRAINT ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid, true), ', '"
                    + " ORDER BY k.conname) FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conislocal)";

    private static final String PARENTS =
            "(SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno) FROM pg_inherits i"
                    + " WHERE i.inhrelid = c.oid)";

    static final String FOREIGN_TABLE = "SELECT c.oid, ('CREATE FOREIGN TABLE ' || "
            + quoted("c.relnamespace", "c.relname")
            + " || CASE WHEN c.relispartition THEN ' PARTITION OF ' || " + PARENTS + " || coalesce(' (' || " + CHECKS
            + " || ')', '') || ' ' || pg_get_expr(c.relpartbound, c.oid) ELSE ' (' || concat_ws(', ', " + COLUMNS + ", "
            + CHECKS + ") || ')' || " + clause("INHERITS (", PARENTS + " || ')'")
            + " END || ' SERVER ' || quote_ident(s.srvname) || " + options("t.ftoptions")
            + ") || ARRAY(SELECT 'COMMENT ON COLUMN ' || " + quoted("c.relnamespace", "c.relname")
            + " || '.' || quote_ident(a.attname) || ' IS ' || quote_literal(m.description) FROM pg_attribute a"
            + " JOIN pg_description m ON m.objoid = a.attrelid AND m.classoid = 'pg_class'::regclass"
            + " AND m.objsubid = a.attnum WHERE a.attrelid = c.oid AND NOT a.attisdropped ORDER BY a.attnum) AS statements"
            + " FROM pg_class c JOIN pg_foreign_table t ON t.ftrelid = c.oid JOIN pg_foreign_server s ON s.oid = t.ftserver"
            + " WHERE c.oid = ANY (?)";
}
