package dev.athanor.migration.inspect;

import static dev.athanor.migration.inspect.ObjectReferences.found;
import static dev.athanor.migration.inspect.ObjectReferences.function;
import static dev.athanor.migration.inspect.ObjectReferences.item;
import static dev.athanor.migration.inspect.ObjectReferences.items;
import static dev.athanor.migration.inspect.ObjectReferences.named;
import static dev.athanor.migration.inspect.ObjectReferences.operator;
import static dev.athanor.migration.inspect.ObjectReferences.quoted;
import static dev.athanor.migration.inspect.ObjectReferences.signature;

/** Provides the queries of the statements that create aggregates, operators, their classes and their families. */
final class OperatorStatements {

    private OperatorStatements() {}

    private static String modify(String flag, String word) {
        return "CASE WHEN a." + flag + " <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END THEN '" + word
                + " = ' || CASE a." + flag
                + " WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END";
    }

    static final String AGGREGATE = "SELECT p.oid, ARRAY['CREATE AGGREGATE ' || "
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

    static final String OPERATOR = "SELECT o.oid, ARRAY['CREATE OPERATOR ' || "
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

    static final String OPERATOR_FAMILY = "SELECT f.oid, ('CREATE OPERATOR FAMILY ' || " + FAMILY_NAME
            + ") || coalesce(ARRAY['ALTER OPERATOR FAMILY ' || " + FAMILY_NAME + " || ' ADD ' || "
            + members("pg_opfamily", "f.oid") + "], ARRAY[]::text[]) AS statements"
            + " FROM pg_opfamily f JOIN pg_am m ON m.oid = f.opfmethod WHERE f.oid = ANY (?)";

    static final String OPERATOR_CLASS = "SELECT c.oid, ARRAY['CREATE OPERATOR CLASS ' || "
            + quoted("c.opcnamespace", "c.opcname")
            + " || CASE WHEN c.opcdefault THEN ' DEFAULT' ELSE '' END || ' FOR TYPE ' || format_type(c.opcintype, NULL)"
            + " || ' USING ' || quote_ident(m.amname) || ' FAMILY ' || "
            + found("pg_opfamily", "pg_opfamily_is_visible", "opf", "c.opcfamily")
            + " || ' AS ' || concat_ws(', ', " + members("pg_opclass", "c.oid")
            + ", CASE WHEN c.opckeytype NOT IN (0, c.opcintype) OR " + members("pg_opclass", "c.oid")
            + " IS NULL THEN 'STORAGE ' || format_type(coalesce(nullif(c.opckeytype, 0), c.opcintype), NULL) END)]"
            + " AS statements FROM pg_opclass c JOIN pg_am m ON m.oid = c.opcmethod WHERE c.oid = ANY (?)";
}
