package dev.athanor.migration.inspect;

/** Provides the parts of queries that print references to objects as they are written in statements. */
final class ObjectReferences {

    private ObjectReferences() {}

    /** Returns a name in a schema, without the schema if that is the one that migrations run in. */
    static String named(String schema, String name) {
        return "(SELECT CASE WHEN x.nspname = current_schema() THEN '' ELSE quote_ident(x.nspname) || '.' END || "
                + name + " FROM pg_namespace x WHERE x.oid = " + schema + ")";
    }

    static String quoted(String schema, String name) {
        return named(schema, "quote_ident(" + name + ")");
    }

    /** Returns a referenced object by its name if the search path finds it, otherwise with its schema; null for none. */
    static String found(String catalog, String visible, String prefix, String oid) {
        return "(SELECT CASE WHEN " + visible + "(f.oid) THEN '' ELSE quote_ident(x.nspname) || '.' END"
                + " || quote_ident(f." + prefix + "name) FROM " + catalog + " f JOIN pg_namespace x ON x.oid = f."
                + prefix
                + "namespace WHERE f.oid = " + oid + ")";
    }

    static String function(String oid) {
        return found("pg_proc", "pg_function_is_visible", "pro", oid);
    }

    static String signature(String oid) {
        return "(" + function(oid) + " || '(' || pg_get_function_identity_arguments(" + oid + ") || ')')";
    }

    static String operator(String oid) {
        return "(SELECT CASE WHEN pg_operator_is_visible(f.oid) THEN f.oprname ELSE 'OPERATOR(' || quote_ident(x.nspname)"
                + " || '.' || f.oprname || ')' END FROM pg_operator f JOIN pg_namespace x ON x.oid = f.oprnamespace"
                + " WHERE f.oid = " + oid + ")";
    }

    /** Returns options of a foreign object as a clause that begins with a blank; empty for none. */
    static String options(String array) {
        return "coalesce((SELECT ' OPTIONS (' || string_agg(quote_ident(o.option_name) || ' '"
                + " || quote_literal(o.option_value), ', ' ORDER BY o.option_name) || ')' FROM pg_options_to_table("
                + array + ") o), '')";
    }

    /** Returns a clause if its value is not null. */
    static String clause(String word, String value) {
        return "coalesce(' " + word + " ' || " + value + ", '')";
    }

    /** Returns an item of a list of properties if its value is not null. */
    static String item(String word, String value) {
        return "'" + word + " = ' || " + value;
    }

    static String items(String... items) {
        return "'(' || array_to_string(ARRAY[" + String.join(", ", items) + "], ', ') || ')'";
    }
}
