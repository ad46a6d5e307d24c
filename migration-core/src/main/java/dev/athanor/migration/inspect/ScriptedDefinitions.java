package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.ObjectKind;

/**
 * Provides for each kind of object the query of the statements that create it.
 *
 * <p>Each query has the oids as its only parameter and selects {@code oid} and {@code statements}. Names are relative to
 * the search path, like all that the server prints.
 */
final class ScriptedDefinitions {

    private ScriptedDefinitions() {}

    static String query(ObjectKind kind, int version) {
        return switch (kind) {
            case POLICY -> POLICY;
            case RULE -> RULE;
            case STATISTICS -> STATISTICS;
            case PUBLICATION -> PUBLICATION;
            case PUBLICATION_TABLE ->
                PUBLICATION_TABLE.replace(
                        "%s", version >= 15 ? "pg_get_expr(r.prqual, r.prrelid, true)" : "NULL::text");
            case PUBLICATION_SCHEMA -> PUBLICATION_SCHEMA;
            case EVENT_TRIGGER -> EVENT_TRIGGER;
            case RANGE_TYPE -> RANGE_TYPE;
            case BASE_TYPE -> BASE_TYPE;
            case AGGREGATE -> AGGREGATE;
            case OPERATOR -> OPERATOR;
            case OPERATOR_FAMILY -> OPERATOR_FAMILY;
            case OPERATOR_CLASS -> OPERATOR_CLASS;
            case CAST -> CAST;
            case TRANSFORM -> TRANSFORM;
            case LANGUAGE -> LANGUAGE;
            case ACCESS_METHOD -> ACCESS_METHOD;
            case COLLATION -> COLLATION;
            case CONVERSION -> CONVERSION;
            case FOREIGN_DATA_WRAPPER -> FOREIGN_DATA_WRAPPER;
            case SERVER -> SERVER;
            case USER_MAPPING -> USER_MAPPING;
            case FOREIGN_TABLE -> FOREIGN_TABLE;
            case TEXT_SEARCH_PARSER -> TEXT_SEARCH_PARSER;
            case TEXT_SEARCH_TEMPLATE -> TEXT_SEARCH_TEMPLATE;
            case TEXT_SEARCH_DICTIONARY -> TEXT_SEARCH_DICTIONARY;
            case TEXT_SEARCH_CONFIGURATION -> TEXT_SEARCH_CONFIGURATION;
            case SCHEMA, EXTENSION, ENUM_TYPE, DOMAIN, COMPOSITE_TYPE, SEQUENCE, FUNCTION ->
                throw new IllegalArgumentException(kind.words());
            case TABLE, COLUMN, CONSTRAINT, INDEX, VIEW, TRIGGER -> throw new IllegalArgumentException(kind.words());
        };
    }

    /** Returns a name in a schema, without the schema if that is the one that migrations run in. */
    private static String named(String schema, String name) {
        return "(SELECT CASE WHEN x.nspname = current_schema() THEN '' ELSE quote_ident(x.nspname) || '.' END || "
                + name + " FROM pg_namespace x WHERE x.oid = " + schema + ")";
    }

    private static String quoted(String schema, String name) {
        return named(schema, "quote_ident(" + name + ")");
    }

    /** Returns a referenced object by its name if the search path finds it, otherwise with its schema; null for none. */
    private static String found(String catalog, String visible, String prefix, String oid) {
        return "(SELECT CASE WHEN " + visible + "(f.oid) THEN '' ELSE quote_ident(x.nspname) || '.' END"
                + " || quote_ident(f." + prefix + "name) FROM " + catalog + " f JOIN pg_namespace x ON x.oid = f."
                + prefix
                + "namespace WHERE f.oid = " + oid + ")";
    }

    private static String function(String oid) {
        return found("pg_proc", "pg_function_is_visible", "pro", oid);
    }

    private static String signature(String oid) {
        return "(" + function(oid) + " || '(' || pg_get_function_identity_arguments(" + oid + ") || ')')";
    }

    private static String operator(String oid) {
        return "(SELECT CASE WHEN pg_operator_is_visible(f.oid) THEN f.oprname ELSE 'OPERATOR(' || quote_ident(x.nspname)"
                + " || '.' || f.oprname || ')' END FROM pg_operator f JOIN pg_namespace x ON x.oid = f.oprnamespace"
                + " WHERE f.oid = " + oid + ")";
    }

    /** Returns options of a foreign object as a clause that begins with a blank; empty for none. */
    private static String options(String array) {
        return "coalesce((SELECT ' OPTIONS (' || string_agg(quote_ident(o.option_name) || ' '"
                + " || quote_literal(o.option_value), ', ' ORDER BY o.option_name) || ')' FROM pg_options_to_table("
                + array + ") o), '')";
    }

    /** Returns a clause if its value is not null. */
    private static String clause(String word, String value) {
        return "coalesce(' " + word + " ' || " + value + ", '')";
    }

    /** Returns an item of a list of properties if its value is not null. */
    private static String item(String word, String value) {
        return "'" + word + " = ' || " + value;
    }

    private static String items(String... items) {
        return "'(' || array_to_string(ARRAY[" + String.join(", ", items) + "], ', ') || ')'";
    }

    private static final String POLICY = """
            SELECT p.oid, ARRAY['CREATE POLICY ' || quote_ident(p.polname) || ' ON ' || p.polrelid::regclass
                || CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END
                || CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE'
                   WHEN 'd' THEN ' FOR DELETE' ELSE '' END
                || coalesce((SELECT ' TO ' || string_agg(CASE WHEN r = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r)) END,
                        ', ' ORDER BY number) FROM unnest(p.polroles) WITH ORDINALITY AS u (r, number) WHERE p.polroles <> '{0}'), '')
                || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid, true) || ')', '')
                || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid, true) || ')', '')] AS statements
            FROM pg_policy p WHERE p.oid = ANY (?)""";

    private static final String RULE = """
            SELECT w.oid, rtrim(pg_get_ruledef(w.oid, true), ';') || CASE w.ev_enabled WHEN 'O' THEN ARRAY[]::text[]
                ELSE ARRAY['ALTER TABLE ' || w.ev_class::regclass || CASE w.ev_enabled WHEN 'D' THEN ' DISABLE RULE '
                    WHEN 'R' THEN ' ENABLE REPLICA RULE ' ELSE ' ENABLE ALWAYS RULE ' END || quote_ident(w.rulename)] END
                AS statements
            FROM pg_rewrite w WHERE w.oid = ANY (?)""";

    private static final String STATISTICS_NAME = quoted("s.stxnamespace", "s.stxname");

    /** Selects extended statistics; the server prints their columns in the order in which the table has them. */
    private static final String STATISTICS = "SELECT s.oid, ('CREATE STATISTICS ' || " + STATISTICS_NAME
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

    private static final String PUBLICATION = """
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

    private static final String PUBLICATION_TABLE = """
            SELECT r.oid, ARRAY['ALTER PUBLICATION ' || quote_ident(p.pubname) || ' ADD TABLE ONLY ' || r.prrelid::regclass
                || coalesce((SELECT ' (' || string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) || ')'
                    FROM jsonb_array_elements_text(CASE WHEN jsonb_typeof(to_jsonb(r) -> 'prattrs') = 'array'
                        THEN to_jsonb(r) -> 'prattrs' ELSE to_jsonb(string_to_array(to_jsonb(r) ->> 'prattrs', ' ')) END) u (n)
                    JOIN pg_attribute a ON a.attrelid = r.prrelid AND a.attnum = u.n::int), '')
                || coalesce(' WHERE (' || %s || ')', '')] AS statements
            FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid WHERE r.oid = ANY (?)""";

    private static final String PUBLICATION_SCHEMA = """
            SELECT r.oid, ARRAY['ALTER PUBLICATION ' || quote_ident(p.pubname) || ' ADD TABLES IN SCHEMA '
                || CASE WHEN n.nspname = current_schema() THEN 'CURRENT_SCHEMA' ELSE quote_ident(n.nspname) END]
                AS statements
            FROM pg_publication_namespace r JOIN pg_publication p ON p.oid = r.pnpubid
            JOIN pg_namespace n ON n.oid = r.pnnspid WHERE r.oid = ANY (?)""";

    private static final String EVENT_TRIGGER = "SELECT e.oid, ('CREATE EVENT TRIGGER ' || quote_ident(e.evtname)"
            + " || ' ON ' || e.evtevent || coalesce((SELECT ' WHEN TAG IN (' || string_agg(quote_literal(t), ', ' ORDER BY p)"
            + " || ')' FROM unnest(e.evttags) WITH ORDINALITY AS u (t, p)), '') || ' EXECUTE FUNCTION ' || "
            + function("e.evtfoid")
            + " || '()') || CASE e.evtenabled WHEN 'O' THEN ARRAY[]::text[] ELSE ARRAY['ALTER EVENT TRIGGER '"
            + " || quote_ident(e.evtname) || CASE e.evtenabled WHEN 'D' THEN ' DISABLE' WHEN 'R' THEN ' ENABLE REPLICA'"
            + " ELSE ' ENABLE ALWAYS' END] END AS statements FROM pg_event_trigger e WHERE e.oid = ANY (?)";

    private static final String TYPE_NAME = quoted("t.typnamespace", "t.typname");

    /**
     * Selects the functions that a type and that need each other: they are created between the shell and the type.
     * The server prints the schema of a function, which is removed where it is the one that migrations run in.
     */
    private static final String TYPE_FUNCTIONS = "ARRAY(SELECT CASE WHEN x.nspname = current_schema() THEN"
            + " overlay(d.definition PLACING '' FROM strpos(d.definition, quote_ident(x.nspname) || '.')"
            + " FOR length(quote_ident(x.nspname)) + 1) ELSE d.definition END"
            + " FROM pg_proc f JOIN pg_namespace x ON x.oid = f.pronamespace"
            + " CROSS JOIN LATERAL (SELECT rtrim(pg_get_functiondef(f.oid), E'\\n') AS definition) d"
            + " WHERE " + Fragments.eachOther("t.oid", "f.oid")
            + " ORDER BY f.proname, pg_get_function_identity_arguments(f.oid))";

    private static String type(String whole) {
        return "CASE WHEN cardinality(b.functions) > 0 THEN 'CREATE TYPE ' || " + TYPE_NAME
                + " || b.functions ELSE ARRAY[]::text[] END || ('CREATE TYPE ' || " + TYPE_NAME + " || " + whole + ")";
    }

    private static final String RANGE_TYPE = "SELECT t.oid, "
            + type("' AS RANGE ' || "
                    + items(
                            item("SUBTYPE", "format_type(r.rngsubtype, NULL)"),
                            "(SELECT 'SUBTYPE_OPCLASS = ' || "
                                    + found("pg_opclass", "pg_opclass_is_visible", "opc", "c.oid")
                                    + " FROM pg_opclass c WHERE c.oid = r.rngsubopc AND NOT c.opcdefault)",
                            "CASE WHEN r.rngcollation <> s.typcollation THEN 'COLLATION = ' || r.rngcollation::regcollation END",
                            item("CANONICAL", function("r.rngcanonical")),
                            item("SUBTYPE_DIFF", function("r.rngsubdiff")),
                            item("MULTIRANGE_TYPE_NAME", quoted("m.typnamespace", "m.typname"))))
            + " AS statements FROM pg_type t JOIN pg_range r ON r.rngtypid = t.oid JOIN pg_type s ON s.oid = r.rngsubtype"
            + " JOIN pg_type m ON m.oid = r.rngmultitypid CROSS JOIN LATERAL (SELECT " + TYPE_FUNCTIONS
            + " AS functions) b WHERE t.oid = ANY (?)";

    private static final String BASE_TYPE = "SELECT t.oid, CASE WHEN NOT t.typisdefined THEN ARRAY['CREATE TYPE ' || "
            + TYPE_NAME + "] ELSE "
            + type("' ' || "
                    + items(
                            item("INPUT", function("t.typinput")),
                            item("OUTPUT", function("t.typoutput")),
                            item("RECEIVE", function("t.typreceive")),
                            item("SEND", function("t.typsend")),
                            item("TYPMOD_IN", function("t.typmodin")),
                            item("TYPMOD_OUT", function("t.typmodout")),
                            item("ANALYZE", function("t.typanalyze")),
                            item("SUBSCRIPT", function("nullif((to_jsonb(t) ->> 'typsubscript'), '-')::regproc")),
                            "CASE WHEN t.typlen > 0 THEN 'INTERNALLENGTH = ' || t.typlen END",
                            "CASE WHEN t.typbyval THEN 'PASSEDBYVALUE' END",
                            "CASE t.typalign WHEN 'c' THEN 'ALIGNMENT = char' WHEN 's' THEN 'ALIGNMENT = int2'"
                                    + " WHEN 'd' THEN 'ALIGNMENT = double' END",
                            "CASE t.typstorage WHEN 'e' THEN 'STORAGE = external' WHEN 'x' THEN 'STORAGE = extended'"
                                    + " WHEN 'm' THEN 'STORAGE = main' END",
                            "CASE WHEN t.typcategory <> 'U' THEN 'CATEGORY = ' || quote_literal(t.typcategory::text) END",
                            "CASE WHEN t.typispreferred THEN 'PREFERRED = true' END",
                            item("DEFAULT", "quote_literal(t.typdefault)"),
                            "CASE WHEN t.typelem <> 0 THEN 'ELEMENT = ' || format_type(t.typelem, NULL) END",
                            "CASE WHEN t.typdelim <> ',' THEN 'DELIMITER = ' || quote_literal(t.typdelim::text) END",
                            "CASE WHEN t.typcollation <> 0 THEN 'COLLATABLE = true' END"))
            + " END AS statements FROM pg_type t CROSS JOIN LATERAL (SELECT " + TYPE_FUNCTIONS
            + " AS functions) b WHERE t.oid = ANY (?)";

    private static String modify(String flag, String word) {
        return "CASE WHEN a." + flag + " <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END THEN '" + word
                + " = ' || CASE a." + flag
                + " WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END";
    }

    private static final String AGGREGATE = "SELECT p.oid, ARRAY['CREATE AGGREGATE ' || "
            + quoted("p.pronamespace", "p.proname")
            + " || '(' || coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*') || ') ' || "
            + items(
                    item("SFUNC", function("a.aggtransfn")),
                    item("STYPE", "format_type(a.aggtranstype, NULL)"),
                    "CASE WHEN a.aggtransspace <> 0 THEN 'SSPACE = ' || a.aggtransspace END",
                    item("FINALFUNC", function("a.aggfinalfn")),
                    "CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END",
                    modify("aggfinalmodify", "FINALFUNC_MODIFY"),
                    item("COMBINEFUNC", function("a.aggcombinefn")),
                    item("SERIALFUNC", function("a.aggserialfn")),
                    item("DESERIALFUNC", function("a.aggdeserialfn")),
                    item("INITCOND", "quote_literal(a.agginitval)"),
                    item("MSFUNC", function("a.aggmtransfn")),
                    item("MINVFUNC", function("a.aggminvtransfn")),
                    "CASE WHEN a.aggmtranstype <> 0 THEN 'MSTYPE = ' || format_type(a.aggmtranstype, NULL) END",
                    "CASE WHEN a.aggmtransspace <> 0 THEN 'MSSPACE = ' || a.aggmtransspace END",
                    item("MFINALFUNC", function("a.aggmfinalfn")),
                    "CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END",
                    "CASE WHEN a.aggmtransfn <> 0 THEN " + modify("aggmfinalmodify", "MFINALFUNC_MODIFY") + " END",
                    item("MINITCOND", "quote_literal(a.aggminitval)"),
                    "CASE WHEN a.aggsortop <> 0 THEN 'SORTOP = ' || " + operator("a.aggsortop") + " END",
                    "CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END",
                    "CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END")
            + "] AS statements FROM pg_proc p JOIN pg_aggregate a ON a.aggfnoid = p.oid WHERE p.oid = ANY (?)";

    private static final String OPERATOR = "SELECT o.oid, ARRAY['CREATE OPERATOR ' || "
            + named("o.oprnamespace", "o.oprname") + " || ' ' || "
            + items(
                    item("FUNCTION", function("o.oprcode")),
                    "CASE WHEN o.oprleft <> 0 THEN 'LEFTARG = ' || format_type(o.oprleft, NULL) END",
                    "CASE WHEN o.oprright <> 0 THEN 'RIGHTARG = ' || format_type(o.oprright, NULL) END",
                    "CASE WHEN o.oprcom <> 0 THEN 'COMMUTATOR = ' || " + operator("o.oprcom") + " END",
                    "CASE WHEN o.oprnegate <> 0 THEN 'NEGATOR = ' || " + operator("o.oprnegate") + " END",
                    item("RESTRICT", function("o.oprrest")),
                    item("JOIN", function("o.oprjoin")),
                    "CASE WHEN o.oprcanhash THEN 'HASHES' END",
                    "CASE WHEN o.oprcanmerge THEN 'MERGES' END")
            + "] AS statements FROM pg_operator o WHERE o.oid = ANY (?)";

    /** Selects the operators and functions of an operator class or family. */
    private static String members(String catalog, String oid) {
        return "(SELECT string_agg(i.text, ', ' ORDER BY i.rank, i.number, i.text) FROM ("
                + "SELECT 1 AS rank, o.amopstrategy AS number, 'OPERATOR ' || o.amopstrategy || ' ' || "
                + operator("o.amopopr") + " || ' (' || format_type(o.amoplefttype, NULL) || ', '"
                + " || format_type(o.amoprighttype, NULL) || ')' || coalesce(' FOR ORDER BY ' || "
                + found("pg_opfamily", "pg_opfamily_is_visible", "opf", "nullif(o.amopsortfamily, 0)") + ", '') AS text"
                + " FROM pg_depend d JOIN pg_amop o ON o.oid = d.objid WHERE d.classid = 'pg_amop'::regclass"
                + " AND d.refclassid = '" + catalog + "'::regclass AND d.refobjid = " + oid
                + " UNION ALL SELECT 2, p.amprocnum, 'FUNCTION ' || p.amprocnum || ' (' || format_type(p.amproclefttype, NULL)"
                + " || ', ' || format_type(p.amprocrighttype, NULL) || ') ' || " + signature("p.amproc")
                + " FROM pg_depend d JOIN pg_amproc p ON p.oid = d.objid WHERE d.classid = 'pg_amproc'::regclass"
                + " AND d.refclassid = '" + catalog + "'::regclass AND d.refobjid = " + oid + ") i)";
    }

    private static final String FAMILY_NAME =
            quoted("f.opfnamespace", "f.opfname") + " || ' USING ' || quote_ident(m.amname)";

    private static final String OPERATOR_FAMILY = "SELECT f.oid, ('CREATE OPERATOR FAMILY ' || " + FAMILY_NAME
            + ") || coalesce(ARRAY['ALTER OPERATOR FAMILY ' || " + FAMILY_NAME + " || ' ADD ' || "
            + members("pg_opfamily", "f.oid") + "], ARRAY[]::text[]) AS statements"
            + " FROM pg_opfamily f JOIN pg_am m ON m.oid = f.opfmethod WHERE f.oid = ANY (?)";

    private static final String OPERATOR_CLASS = "SELECT c.oid, ARRAY['CREATE OPERATOR CLASS ' || "
            + quoted("c.opcnamespace", "c.opcname")
            + " || CASE WHEN c.opcdefault THEN ' DEFAULT' ELSE '' END || ' FOR TYPE ' || format_type(c.opcintype, NULL)"
            + " || ' USING ' || quote_ident(m.amname) || ' FAMILY ' || "
            + found("pg_opfamily", "pg_opfamily_is_visible", "opf", "c.opcfamily")
            + " || ' AS ' || concat_ws(', ', " + members("pg_opclass", "c.oid")
            + ", CASE WHEN c.opckeytype NOT IN (0, c.opcintype) OR " + members("pg_opclass", "c.oid")
            + " IS NULL THEN 'STORAGE ' || format_type(coalesce(nullif(c.opckeytype, 0), c.opcintype), NULL) END)]"
            + " AS statements FROM pg_opclass c JOIN pg_am m ON m.oid = c.opcmethod WHERE c.oid = ANY (?)";

    private static final String CAST =
            "SELECT c.oid, ARRAY['CREATE CAST (' || format_type(c.castsource, NULL) || ' AS '"
                    + " || format_type(c.casttarget, NULL) || ') ' || CASE c.castmethod WHEN 'b' THEN 'WITHOUT FUNCTION'"
                    + " WHEN 'i' THEN 'WITH INOUT' ELSE 'WITH FUNCTION ' || " + signature("c.castfunc")
                    + " END || CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END]"
                    + " AS statements FROM pg_cast c WHERE c.oid = ANY (?)";

    private static final String TRANSFORM =
            "SELECT r.oid, ARRAY['CREATE TRANSFORM FOR ' || format_type(r.trftype, NULL)"
                    + " || ' LANGUAGE ' || quote_ident(l.lanname) || ' (' || concat_ws(', ', 'FROM SQL WITH FUNCTION ' || "
                    + signature("r.trffromsql") + ", 'TO SQL WITH FUNCTION ' || " + signature("r.trftosql")
                    + ") || ')'] AS statements FROM pg_transform r JOIN pg_language l ON l.oid = r.trflang WHERE r.oid = ANY (?)";

    private static final String LANGUAGE =
            "SELECT l.oid, ARRAY['CREATE' || CASE WHEN l.lanpltrusted THEN ' TRUSTED' ELSE ''"
                    + " END || ' LANGUAGE ' || quote_ident(l.lanname) || ' HANDLER ' || " + function("l.lanplcallfoid")
                    + " || "
                    + clause("INLINE", function("l.laninline")) + " || "
                    + clause("VALIDATOR", function("l.lanvalidator"))
                    + "] AS statements FROM pg_language l WHERE l.oid = ANY (?)";

    private static final String ACCESS_METHOD = "SELECT a.oid, ARRAY['CREATE ACCESS METHOD ' || quote_ident(a.amname)"
            + " || ' TYPE ' || CASE a.amtype WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END || ' HANDLER ' || "
            + function("a.amhandler") + "] AS statements FROM pg_am a WHERE a.oid = ANY (?)";

    private static final String COLLATION = "SELECT c.oid, ARRAY['CREATE COLLATION ' || "
            + quoted("c.collnamespace", "c.collname") + " || ' ' || "
            + items(
                    "CASE c.collprovider WHEN 'i' THEN 'PROVIDER = icu' WHEN 'b' THEN 'PROVIDER = builtin'"
                            + " ELSE 'PROVIDER = libc' END",
                    "CASE WHEN c.collprovider IN ('i', 'b') THEN 'LOCALE = ' || quote_literal(coalesce("
                            + "to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale', c.collcollate)) END",
                    "CASE WHEN c.collprovider NOT IN ('i', 'b') THEN 'LC_COLLATE = ' || quote_literal(c.collcollate) END",
                    "CASE WHEN c.collprovider NOT IN ('i', 'b') THEN 'LC_CTYPE = ' || quote_literal(c.collctype) END",
                    item("RULES", "quote_literal(to_jsonb(c) ->> 'collicurules')"),
                    "CASE WHEN NOT c.collisdeterministic THEN 'DETERMINISTIC = false' END")
            + "] AS statements FROM pg_collation c WHERE c.oid = ANY (?)";

    private static final String CONVERSION =
            "SELECT c.oid, ARRAY['CREATE' || CASE WHEN c.condefault THEN ' DEFAULT' ELSE ''"
                    + " END || ' CONVERSION ' || " + quoted("c.connamespace", "c.conname")
                    + " || ' FOR ' || quote_literal(pg_encoding_to_char(c.conforencoding)) || ' TO '"
                    + " || quote_literal(pg_encoding_to_char(c.contoencoding)) || ' FROM ' || " + function("c.conproc")
                    + "] AS statements FROM pg_conversion c WHERE c.oid = ANY (?)";

    private static final String FOREIGN_DATA_WRAPPER =
            "SELECT w.oid, ARRAY['CREATE FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname) || "
                    + clause("HANDLER", function("w.fdwhandler")) + " || "
                    + clause("VALIDATOR", function("w.fdwvalidator")) + " || " + options("w.fdwoptions")
                    + "] AS statements FROM pg_foreign_data_wrapper w WHERE w.oid = ANY (?)";

    private static final String SERVER = "SELECT s.oid, ARRAY['CREATE SERVER ' || quote_ident(s.srvname) || "
            + clause("TYPE", "quote_literal(s.srvtype)") + " || " + clause("VERSION", "quote_literal(s.srvversion)")
            + " || ' FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname) || " + options("s.srvoptions")
            + "] AS statements FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw"
            + " WHERE s.oid = ANY (?)";

    private static final String USER_MAPPING =
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

    private static final String FOREIGN_TABLE = "SELECT c.oid, ('CREATE FOREIGN TABLE ' || "
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

    private static final String TEXT_SEARCH_PARSER = "SELECT p.oid, ARRAY['CREATE TEXT SEARCH PARSER ' || "
            + quoted("p.prsnamespace", "p.prsname") + " || ' ' || "
            + items(
                    item("START", function("p.prsstart")),
                    item("GETTOKEN", function("p.prstoken")),
                    item("END", function("p.prsend")),
                    item("HEADLINE", function("p.prsheadline")),
                    item("LEXTYPES", function("p.prslextype")))
            + "] AS statements FROM pg_ts_parser p WHERE p.oid = ANY (?)";

    private static final String TEXT_SEARCH_TEMPLATE = "SELECT t.oid, ARRAY['CREATE TEXT SEARCH TEMPLATE ' || "
            + quoted("t.tmplnamespace", "t.tmplname") + " || ' ' || "
            + items(item("INIT", function("t.tmplinit")), item("LEXIZE", function("t.tmpllexize")))
            + "] AS statements FROM pg_ts_template t WHERE t.oid = ANY (?)";

    private static final String TEXT_SEARCH_DICTIONARY = "SELECT d.oid, ARRAY['CREATE TEXT SEARCH DICTIONARY ' || "
            + quoted("d.dictnamespace", "d.dictname") + " || ' ' || "
            + items(
                    item("TEMPLATE", found("pg_ts_template", "pg_ts_template_is_visible", "tmpl", "d.dicttemplate")),
                    "d.dictinitoption")
            + "] AS statements FROM pg_ts_dict d WHERE d.oid = ANY (?)";

    private static final String CONFIGURATION_NAME = quoted("c.cfgnamespace", "c.cfgname");

    private static final String TEXT_SEARCH_CONFIGURATION = "SELECT c.oid, ('CREATE TEXT SEARCH CONFIGURATION ' || "
            + CONFIGURATION_NAME + " || ' (PARSER = ' || "
            + found("pg_ts_parser", "pg_ts_parser_is_visible", "prs", "c.cfgparser")
            + " || ')') || ARRAY(SELECT 'ALTER TEXT SEARCH CONFIGURATION ' || " + CONFIGURATION_NAME
            + " || ' ADD MAPPING FOR ' || quote_ident(k.alias) || ' WITH ' || string_agg("
            + found("pg_ts_dict", "pg_ts_dict_is_visible", "dict", "m.mapdict") + ", ', ' ORDER BY m.mapseqno)"
            + " FROM pg_ts_config_map m JOIN ts_token_type(c.cfgparser) k ON k.tokid = m.maptokentype"
            + " WHERE m.mapcfg = c.oid GROUP BY k.alias ORDER BY k.alias) AS statements"
            + " FROM pg_ts_config c WHERE c.oid = ANY (?)";
}
