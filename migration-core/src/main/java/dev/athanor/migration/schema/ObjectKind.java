package dev.athanor.migration.schema;

import java.util.Locale;

/**
 * Lists the kinds of objects in a schema. A kind that others need comes before them.
 *
 * <p>The kinds whose definitions are a {@link ScriptedObject} say in their description how PostgreSQL names an object
 * of the kind, in which {@code name} and {@code part} are those of its {@link SchemaObject}.
 *
 * @since 0.1.0
 */
public enum ObjectKind {
    /** Identifies a schema: {@code part} is null, and the name has no schema, as for extensions. */
    SCHEMA,
    /** An extension. */
    EXTENSION,
    /** A procedural language of the database: {@code LANGUAGE name}. */
    LANGUAGE,
    /** A method to store tables or indexes, of the database: {@code ACCESS METHOD name}. */
    ACCESS_METHOD,
    /** A collation: {@code COLLATION name}. */
    COLLATION,
    /** A conversion between encodings: {@code CONVERSION name}. */
    CONVERSION,
    /** A foreign data wrapper of the database: {@code FOREIGN DATA WRAPPER name}. */
    FOREIGN_DATA_WRAPPER,
    /** A foreign server of the database: {@code SERVER name}. */
    SERVER,
    /** A user mapping of the database: {@code USER MAPPING FOR part SERVER name}. */
    USER_MAPPING,
    /** An enum type. */
    ENUM_TYPE,
    /** A domain. */
    DOMAIN,
    /** A composite type. */
    COMPOSITE_TYPE,
    /** A base type with the functions that it consists of, or a shell type: {@code TYPE name}. */
    BASE_TYPE,
    /** A range type with its multirange type: {@code TYPE name}. */
    RANGE_TYPE,
    /** A sequence. */
    SEQUENCE,
    /** Identifies a function: {@code part} holds the arguments that distinguish it from others of its name. */
    FUNCTION,
    /** An aggregate: {@code AGGREGATE name (part)}. */
    AGGREGATE,
    /** An operator: {@code OPERATOR name (part)}. */
    OPERATOR,
    /** A family of operator classes: {@code OPERATOR FAMILY name USING part}. */
    OPERATOR_FAMILY,
    /** An operator class: {@code OPERATOR CLASS name USING part}. */
    OPERATOR_CLASS,
    /** A cast of the database: {@code CAST (name AS part)}. */
    CAST,
    /** A transform of the database: {@code TRANSFORM FOR part LANGUAGE name}. */
    TRANSFORM,
    /** A text search parser: {@code TEXT SEARCH PARSER name}. */
    TEXT_SEARCH_PARSER,
    /** A text search template: {@code TEXT SEARCH TEMPLATE name}. */
    TEXT_SEARCH_TEMPLATE,
    /** A text search dictionary: {@code TEXT SEARCH DICTIONARY name}. */
    TEXT_SEARCH_DICTIONARY,
    /** A text search configuration: {@code TEXT SEARCH CONFIGURATION name}. */
    TEXT_SEARCH_CONFIGURATION,
    /** A table. */
    TABLE,
    /** Identifies a column: {@code part} is the column of the table. */
    COLUMN,
    /** Identifies a constraint: {@code part} is the constraint of the table. */
    CONSTRAINT,
    /** Identifies an index: {@code part} is the index of the table or the materialized view. */
    INDEX,
    /** A foreign table: {@code FOREIGN TABLE name}. */
    FOREIGN_TABLE,
    /** Extended statistics: {@code STATISTICS name}. */
    STATISTICS,
    /** A view or a materialized view. */
    VIEW,
    /** Identifies a trigger: {@code part} is the trigger of the table or the view. */
    TRIGGER,
    /** A rule: {@code RULE part ON name}. */
    RULE,
    /** A row level security policy: {@code POLICY part ON name}. */
    POLICY,
    /** A publication of the database: {@code PUBLICATION name}. */
    PUBLICATION,
    /** A table of a publication: {@code part} is the table, {@code name} the publication. */
    PUBLICATION_TABLE,
    /** A schema of a publication: {@code part} is the schema, {@code name} the publication. */
    PUBLICATION_SCHEMA,
    /** An event trigger of the database: {@code EVENT TRIGGER name}. */
    EVENT_TRIGGER;

    /** Returns the name of the kind in words, such as {@code enum type}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns whether a column can be of a type of this kind or from it, so that the column itself depends on it. */
    public boolean isType() {
        return switch (this) {
            case EXTENSION, ENUM_TYPE, DOMAIN, COMPOSITE_TYPE, BASE_TYPE, RANGE_TYPE -> true;
            case SCHEMA,
                    LANGUAGE,
                    ACCESS_METHOD,
                    COLLATION,
                    CONVERSION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING,
                    SEQUENCE,
                    FUNCTION,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TRANSFORM,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    TABLE,
                    COLUMN,
                    CONSTRAINT,
                    INDEX,
                    FOREIGN_TABLE,
                    STATISTICS,
                    VIEW,
                    TRIGGER,
                    RULE,
                    POLICY,
                    PUBLICATION,
                    PUBLICATION_TABLE,
                    PUBLICATION_SCHEMA,
                    EVENT_TRIGGER -> false;
        };
    }

    /** Returns whether it comes and goes with a table or view. */
    public boolean isOnTable() {
        return switch (this) {
            case COLUMN, CONSTRAINT, INDEX, TRIGGER, RULE, POLICY -> true;
            case SCHEMA,
                    EXTENSION,
                    LANGUAGE,
                    ACCESS_METHOD,
                    COLLATION,
                    CONVERSION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING,
                    ENUM_TYPE,
                    DOMAIN,
                    COMPOSITE_TYPE,
                    BASE_TYPE,
                    RANGE_TYPE,
                    SEQUENCE,
                    FUNCTION,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TRANSFORM,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    TABLE,
                    FOREIGN_TABLE,
                    STATISTICS,
                    VIEW,
                    PUBLICATION,
                    PUBLICATION_TABLE,
                    PUBLICATION_SCHEMA,
                    EVENT_TRIGGER -> false;
        };
    }

    /** Returns whether the text of a function can name it. */
    public boolean isNamedInFunctions() {
        return switch (this) {
            case ENUM_TYPE,
                    DOMAIN,
                    COMPOSITE_TYPE,
                    BASE_TYPE,
                    RANGE_TYPE,
                    SEQUENCE,
                    FUNCTION,
                    AGGREGATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    TABLE,
                    FOREIGN_TABLE,
                    VIEW -> true;
            case SCHEMA,
                    EXTENSION,
                    LANGUAGE,
                    ACCESS_METHOD,
                    COLLATION,
                    CONVERSION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TRANSFORM,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    COLUMN,
                    CONSTRAINT,
                    INDEX,
                    STATISTICS,
                    TRIGGER,
                    RULE,
                    POLICY,
                    PUBLICATION,
                    PUBLICATION_TABLE,
                    PUBLICATION_SCHEMA,
                    EVENT_TRIGGER -> false;
        };
    }

    /** Returns whether it belongs to the whole database, in which its name is unique, besides schemas and extensions. */
    public boolean isOfDatabase() {
        return switch (this) {
            case LANGUAGE,
                    ACCESS_METHOD,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING,
                    CAST,
                    TRANSFORM,
                    PUBLICATION,
                    PUBLICATION_TABLE,
                    PUBLICATION_SCHEMA,
                    EVENT_TRIGGER -> true;
            case SCHEMA,
                    EXTENSION,
                    COLLATION,
                    CONVERSION,
                    ENUM_TYPE,
                    DOMAIN,
                    COMPOSITE_TYPE,
                    BASE_TYPE,
                    RANGE_TYPE,
                    SEQUENCE,
                    FUNCTION,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    TABLE,
                    COLUMN,
                    CONSTRAINT,
                    INDEX,
                    FOREIGN_TABLE,
                    STATISTICS,
                    VIEW,
                    TRIGGER,
                    RULE,
                    POLICY -> false;
        };
    }

    /** Returns whether its definition is a {@link ScriptedObject}. */
    public boolean isScripted() {
        return switch (this) {
            case SCHEMA, EXTENSION, ENUM_TYPE, DOMAIN, COMPOSITE_TYPE, SEQUENCE, FUNCTION -> false;
            case TABLE, COLUMN, CONSTRAINT, INDEX, VIEW, TRIGGER -> false;
            case LANGUAGE,
                    ACCESS_METHOD,
                    COLLATION,
                    CONVERSION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING,
                    BASE_TYPE,
                    RANGE_TYPE,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TRANSFORM,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    FOREIGN_TABLE,
                    STATISTICS,
                    RULE,
                    POLICY,
                    PUBLICATION,
                    PUBLICATION_TABLE,
                    PUBLICATION_SCHEMA,
                    EVENT_TRIGGER -> true;
        };
    }
}
