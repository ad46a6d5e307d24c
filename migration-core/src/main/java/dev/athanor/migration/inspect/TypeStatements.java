package dev.athanor.migration.inspect;

import static dev.athanor.migration.inspect.ObjectReferences.found;
import static dev.athanor.migration.inspect.ObjectReferences.function;
import static dev.athanor.migration.inspect.ObjectReferences.item;
import static dev.athanor.migration.inspect.ObjectReferences.items;
import static dev.athanor.migration.inspect.ObjectReferences.quoted;
import static dev.athanor.migration.inspect.ObjectReferences.signature;

/** Provides the queries of the statements that create types, casts, transforms, collations and conversions. */
final class TypeStatements {

    private TypeStatements() {}

    private static final String TYPE_NAME = quoted("t.typnamespace", "t.typname");

    /**
     * Selects the functions that a type needs and that need it: they are created between the shell and the type.
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

    static final String RANGE_TYPE = "SELECT t.oid, "
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

    static final String BASE_TYPE = "SELECT t.oid, CASE WHEN NOT t.typisdefined THEN ARRAY['CREATE TYPE ' || "
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

    static final String CAST = "SELECT c.oid, ARRAY['CREATE CAST (' || format_type(c.castsource, NULL) || ' AS '"
            + " || format_type(c.casttarget, NULL) || ') ' || CASE c.castmethod WHEN 'b' THEN 'WITHOUT FUNCTION'"
            + " WHEN 'i' THEN 'WITH INOUT' ELSE 'WITH FUNCTION ' || " + signature("c.castfunc")
            + " END || CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END]"
            + " AS statements FROM pg_cast c WHERE c.oid = ANY (?)";

    static final String TRANSFORM = "SELECT r.oid, ARRAY['CREATE TRANSFORM FOR ' || format_type(r.trftype, NULL)"
            + " || ' LANGUAGE ' || quote_ident(l.lanname) || ' (' || concat_ws(', ', 'FROM SQL WITH FUNCTION ' || "
            + signature("r.trffromsql") + ", 'TO SQL WITH FUNCTION ' || " + signature("r.trftosql")
            + ") || ')'] AS statements FROM pg_transform r JOIN pg_language l ON l.oid = r.trflang WHERE r.oid = ANY (?)";

    static final String COLLATION = "SELECT c.oid, ARRAY['CREATE COLLATION ' || "
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

    static final String CONVERSION = "SELECT c.oid, ARRAY['CREATE' || CASE WHEN c.condefault THEN ' DEFAULT' ELSE ''"
            + " END || ' CONVERSION ' || " + quoted("c.connamespace", "c.conname")
            + " || ' FOR ' || quote_literal(pg_encoding_to_char(c.conforencoding)) || ' TO '"
            + " || quote_literal(pg_encoding_to_char(c.contoencoding)) || ' FROM ' || " + function("c.conproc")
            + "] AS statements FROM pg_conversion c WHERE c.oid = ANY (?)";
}
