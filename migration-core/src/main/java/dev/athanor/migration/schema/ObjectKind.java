package dev.athanor.migration.schema;

import java.util.Locale;

/**
 * Lists the kinds of objects in a schema. A kind that others need comes before them.
 *
 * @since 0.1.0
 */
public enum ObjectKind {
    /** Identifies a schema: {@code part} is null, and the name has no schema, as for extensions. */
    SCHEMA,
    /** An extension. */
    EXTENSION,
    /** An enum type. */
    ENUM_TYPE,
    /** A domain. */
    DOMAIN,
    /** A composite type. */
    COMPOSITE_TYPE,
    /** A sequence. */
    SEQUENCE,
    /** Identifies a function: {@code part} holds the arguments that distinguish it from others of its name. */
    FUNCTION,
    /** A table. */
    TABLE,
    /** Identifies a column: {@code part} is the column of the table. */
    COLUMN,
    /** Identifies a constraint: {@code part} is the constraint of the table. */
    CONSTRAINT,
    /** Identifies an index: {@code part} is the index of the table or the materialized view. */
    INDEX,
    /** A view or a materialized view. */
    VIEW,
    /** Identifies a trigger: {@code part} is the trigger of the table or the view. */
    TRIGGER;

    /** Returns the name of the kind in words, such as {@code enum type}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns whether a column can be of a type of this kind or from it, so that the column itself depends on it. */
    public boolean isType() {
        return switch (this) {
            case ENUM_TYPE, DOMAIN, COMPOSITE_TYPE, EXTENSION -> true;
            case SCHEMA, SEQUENCE, FUNCTION, TABLE, COLUMN, CONSTRAINT, INDEX, VIEW, TRIGGER -> false;
        };
    }

    /** Returns whether it comes and goes with a table or view. */
    public boolean isOnTable() {
        return switch (this) {
            case COLUMN, CONSTRAINT, INDEX, TRIGGER -> true;
            case SCHEMA, EXTENSION, ENUM_TYPE, DOMAIN, COMPOSITE_TYPE, SEQUENCE, FUNCTION, TABLE, VIEW -> false;
        };
    }

    /** Returns whether the text of a function can name it. */
    public boolean isNamedInFunctions() {
        return switch (this) {
            case TABLE, VIEW, FUNCTION, SEQUENCE, ENUM_TYPE, DOMAIN, COMPOSITE_TYPE -> true;
            case SCHEMA, EXTENSION, COLUMN, CONSTRAINT, INDEX, TRIGGER -> false;
        };
    }
}
