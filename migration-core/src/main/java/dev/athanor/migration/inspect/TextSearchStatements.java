package dev.athanor.migration.inspect;

import static dev.athanor.migration.inspect.ObjectReferences.found;
import static dev.athanor.migration.inspect.ObjectReferences.function;
import static dev.athanor.migration.inspect.ObjectReferences.item;
import static dev.athanor.migration.inspect.ObjectReferences.items;
import static dev.athanor.migration.inspect.ObjectReferences.quoted;

/** Provides the queries of the statements that create objects for text search. */
final class TextSearchStatements {

    private TextSearchStatements() {}

    static final String TEXT_SEARCH_PARSER = "SELECT p.oid, ARRAY['CREATE TEXT SEARCH PARSER ' || "
            + quoted("p.prsnamespace", "p.prsname") + " || ' ' || "
            + items(
                    item("START", function("p.prsstart")),
                    item("GETTOKEN", function("p.prstoken")),
                    item("END", function("p.prsend")),
                    item("HEADLINE", function("p.prsheadline")),
                    item("LEXTYPES", function("p.prslextype")))
            + "] AS statements FROM pg_ts_parser p WHERE p.oid = ANY (?)";

    static final String TEXT_SEARCH_TEMPLATE = "SELECT t.oid, ARRAY['CREATE TEXT SEARCH TEMPLATE ' || "
            + quoted("t.tmplnamespace", "t.tmplname") + " || ' ' || "
            + items(item("INIT", function("t.tmplinit")), item("LEXIZE", function("t.tmpllexize")))
            + "] AS statements FROM pg_ts_template t WHERE t.oid = ANY (?)";

    static final String TEXT_SEARCH_DICTIONARY = "SELECT d.oid, ARRAY['CREATE TEXT SEARCH DICTIONARY ' || "
            + quoted("d.dictnamespace", "d.dictname") + " || ' ' || "
            + items(
                    item("TEMPLATE", found("pg_ts_template", "pg_ts_template_is_visible", "tmpl", "d.dicttemplate")),
                    "d.dictinitoption")
            + "] AS statements FROM pg_ts_dict d WHERE d.oid = ANY (?)";

    private static final String CONFIGURATION_NAME = quoted("c.cfgnamespace", "c.cfgname");

    static final String TEXT_SEARCH_CONFIGURATION = "SELECT c.oid, ('CREATE TEXT SEARCH CONFIGURATION ' || "
            + CONFIGURATION_NAME + " || ' (PARSER = ' || "
            + found("pg_ts_parser", "pg_ts_parser_is_visible", "prs", "c.cfgparser")
            + " || ')') || ARRAY(SELECT 'ALTER TEXT SEARCH CONFIGURATION ' || " + CONFIGURATION_NAME
            + " || ' ADD MAPPING FOR ' || quote_ident(k.alias) || ' WITH ' || string_agg("
            + found("pg_ts_dict", "pg_ts_dict_is_visible", "dict", "m.mapdict") + ", ', ' ORDER BY m.mapseqno)"
            + " FROM pg_ts_config_map m JOIN ts_token_type(c.cfgparser) k ON k.tokid = m.maptokentype"
            + " WHERE m.mapcfg = c.oid GROUP BY k.alias ORDER BY k.alias) AS statements"
            + " FROM pg_ts_config c WHERE c.oid = ANY (?)";
}
