package dev.athanor.migration.inspect;

import static dev.athanor.migration.inspect.ObjectReferences.function;
import static dev.athanor.migration.inspect.ObjectReferences.quoted;

/** Provides the queries of the statements that create objects on tables, publications and event triggers. */
final class TableObjectStatements {

    private TableObjectStatements() {}

    static final String POLICY = """
            SELECT p.oid, ARRAY['CREATE POLICY ' || quote_ident(p.polname) || ' ON ' || p.polrelid::regclass
                || CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END
                || CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE'
                   WHEN 'd' THEN ' FOR DELETE' ELSE '' END
                || coalesce((SELECT ' TO ' || string_agg(CASE WHEN r = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r)) END,
                        ', ' ORDER BY number) FROM unnest(p.polroles) WITH ORDINALITY AS u (r, number) WHERE p.polroles <> '{0}'), '')
                || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid, true) || ')', '')
                || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid, true) || ')', '')] AS statements
            FROM pg_policy p WHERE p.oid = ANY (?)""";

    static final String RULE = """
            SELECT w.oid, rtrim(pg_get_ruledef(w.oid, true), ';') || CASE w.ev_enabled WHEN 'O' THEN ARRAY[]::text[]
                ELSE ARRAY['ALTER TABLE ' || w.ev_class::regclass || CASE w.ev_enabled WHEN 'D' THEN ' DISABLE RULE '
                    WHEN 'R' THEN ' ENABLE REPLICA RULE ' ELSE ' ENABLE ALWAYS RULE ' END || quote_ident(w.rulename)] END
                AS statements
            FROM pg_rewrite w WHERE w.oid = ANY (?)""";

    private static final String STATISTICS_NAME = quoted("s.stxnamespace", "s.stxname");

    /** Selects extended statistics; the server prints their columns in the order in which the table has them. */
    static final String STATISTICS = "SELECT s.oid, ('CREATE STATISTICS ' || " + STATISTICS_NAME
            + " || CASE WHEN s.stxkind @> '{d,f,m}' OR s.stxkind = '{e}' THEN '' ELSE ' (' || concat_ws(', ',"
            + " CASE WHEN 'd' = ANY (s.stxkind) THEN 'ndistinct' END, CASE WHEN 'f' = ANY (s.stxkind) THEN 'dependencies' END,"
            + " CASE WHEN 'm' = ANY (s.stxkind) THEN 'mcv' END) || ')' END || ' ON ' || concat_ws(', ',"
            + " (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) FROM pg_attribute a"
            + " WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys)),"
            + " (SELECT string_agg('(' || x || ')', ', ') FROM unnest(pg_get_statisticsobjdef_expressions(s.oid)) x))"
            + " || ' FROM ' || s.stxrelid::regclass) ||"
            + " CASE WHEN coalesce((to_jsonb(s) ->> 'stxstattarget')::int, -1) < 0 THEN ARRAY[]::text[] ELSE"
            + " ARRAY['ALTER STATISTICS ' || " + STATISTICS_NAME
            + " || ' SET STATISTICS ' || (to_jsonb(s) ->> 'stxstattarget')] END AS statements"
            + " FROM pg_statistic_ext s WHERE s.oid = ANY (?)";

    static final String PUBLICATION = """
            SELECT p.oid, ARRAY['CREATE PUBLICATION ' || quote_ident(p.pubname)
                || CASE WHEN p.puballtables THEN ' FOR ALL TABLES' ELSE '' END || CASE WHEN w.options = '' THEN ''
                   ELSE ' WITH (' || w.options || ')' END] AS statements
            FROM pg_publication p CROSS JOIN LATERAL (SELECT concat_ws(', ',
                CASE WHEN NOT (p.pubinsert AND p.pubupdate AND p.pubdelete AND p.pubtruncate) THEN 'publish = '
                    || quote_literal(concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END,
                       CASE WHEN p.pubupdate THEN 'update' END, CASE WHEN p.pubdelete THEN 'delete' END,
                       CASE WHEN p.pubtruncate THEN 'truncate' END)) END,
                CASE WHEN p.pubviaroot THEN 'publish_via_partition_root = true' END,
                CASE WHEN to_jsonb(p) ->> 'pubgencols' = 's' THEN 'publish_generated_columns = stored' END) AS options) w
            WHERE p.oid = ANY (?)""";

    static final String PUBLICATION_TABLE = """
            SELECT r.oid, ARRAY['ALTER PUBLICATION ' || quote_ident(p.pubname) || ' ADD TABLE ONLY ' || r.prrelid::regclass
                || coalesce((SELECT ' (' || string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) || ')'
                    FROM jsonb_array_elements_text(CASE WHEN jsonb_typeof(to_jsonb(r) -> 'prattrs') = 'array'
                        THEN to_jsonb(r) -> 'prattrs' ELSE to_jsonb(string_to_array(to_jsonb(r) ->> 'prattrs', ' ')) END) u (n)
                    JOIN pg_attribute a ON a.attrelid = r.prrelid AND a.attnum = u.n::int), '')
                || coalesce(' WHERE (' || %s || ')', '')] AS statements
            FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid WHERE r.oid = ANY (?)""";

    static final String PUBLICATION_SCHEMA = """
            SELECT r.oid, ARRAY['ALTER PUBLICATION ' || quote_ident(p.pubname) || ' ADD TABLES IN SCHEMA '
                || CASE WHEN n.nspname = current_schema() THEN 'CURRENT_SCHEMA' ELSE quote_ident(n.nspname) END]
                AS statements
            FROM pg_publication_namespace r JOIN pg_publication p ON p.oid = r.pnpubid
            JOIN pg_namespace n ON n.oid = r.pnnspid WHERE r.oid = ANY (?)""";

    static final String EVENT_TRIGGER = "SELECT e.oid, ('CREATE EVENT TRIGGER ' || quote_ident(e.evtname)"
            + " || ' ON ' || e.evtevent || coalesce((SELECT ' WHEN TAG IN (' || string_agg(quote_literal(t), ', ' ORDER BY p)"
            + " || ')' FROM unnest(e.evttags) WITH ORDINALITY AS u (t, p)), '') || ' EXECUTE FUNCTION ' || "
            + function("e.evtfoid")
            + " || '()') || CASE e.evtenabled WHEN 'O' THEN ARRAY[]::text[] ELSE ARRAY['ALTER EVENT TRIGGER '"
            + " || quote_ident(e.evtname) || CASE e.evtenabled WHEN 'D' THEN ' DISABLE' WHEN 'R' THEN ' ENABLE REPLICA'"
            + " ELSE ' ENABLE ALWAYS' END] END AS statements FROM pg_event_trigger e WHERE e.oid = ANY (?)";
}
