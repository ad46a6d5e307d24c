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
            case POLICY -> TableObjectStatements.POLICY;
            case RULE -> TableObjectStatements.RULE;
            case STATISTICS -> TableObjectStatements.STATISTICS;
            case PUBLICATION -> TableObjectStatements.PUBLICATION;
            case PUBLICATION_TABLE ->
                TableObjectStatements.PUBLICATION_TABLE.replace(
                        "%s", version >= 15 ? "pg_get_expr(r.prqual, r.prrelid, true)" : "NULL::text");
            case PUBLICATION_SCHEMA -> TableObjectStatements.PUBLICATION_SCHEMA;
            case EVENT_TRIGGER -> TableObjectStatements.EVENT_TRIGGER;
            case RANGE_TYPE -> TypeStatements.RANGE_TYPE;
            case BASE_TYPE -> TypeStatements.BASE_TYPE;
            case AGGREGATE -> OperatorStatements.AGGREGATE;
            case OPERATOR -> OperatorStatements.OPERATOR;
            case OPERATOR_FAMILY -> OperatorStatements.OPERATOR_FAMILY;
            case OPERATOR_CLASS -> OperatorStatements.OPERATOR_CLASS;
            case CAST -> TypeStatements.CAST;
            case TRANSFORM -> TypeStatements.TRANSFORM;
            case LANGUAGE -> ServerStatements.LANGUAGE;
            case ACCESS_METHOD -> ServerStatements.ACCESS_METHOD;
            case COLLATION -> TypeStatements.COLLATION;
            case CONVERSION -> TypeStatements.CONVERSION;
            case FOREIGN_DATA_WRAPPER -> ServerStatements.FOREIGN_DATA_WRAPPER;
            case SERVER -> ServerStatements.SERVER;
            case USER_MAPPING -> ServerStatements.USER_MAPPING;
            case FOREIGN_TABLE -> ServerStatements.FOREIGN_TABLE;
            case TEXT_SEARCH_PARSER -> TextSearchStatements.TEXT_SEARCH_PARSER;
            case TEXT_SEARCH_TEMPLATE -> TextSearchStatements.TEXT_SEARCH_TEMPLATE;
            case TEXT_SEARCH_DICTIONARY -> TextSearchStatements.TEXT_SEARCH_DICTIONARY;
            case TEXT_SEARCH_CONFIGURATION -> TextSearchStatements.TEXT_SEARCH_CONFIGURATION;
            case SCHEMA, EXTENSION, ENUM_TYPE, DOMAIN, COMPOSITE_TYPE, SEQUENCE, FUNCTION ->
                throw new IllegalArgumentException(kind.words());
            case TABLE, COLUMN, CONSTRAINT, INDEX, VIEW, TRIGGER -> throw new IllegalArgumentException(kind.words());
        };
    }
}
