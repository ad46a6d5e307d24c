package dev.athanor.migration.schema;

import java.util.Locale;

/**
 * The kinds of object that a schema is made of, those that others need first.
 *
 * @since 0.1.0
 */
public enum ObjectKind {
    /** {@code part} is null, and the name has no schema: so it is for extensions. */
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
    /** {@code part} is the arguments that tell it from others of its name. */
    FUNCTION,
    /** A table. */
    TABLE,
    /** {@code part} is the column of the table. */
    COLUMN,
    /** {@code part} is the constraint of the table. */
    CONSTRAINT,
    /** {@code part} is the index of the table or materialized view. */
    INDEX,
    /** A view or a materialized view. */
    VIEW,
    /** {@code part} is the trigger of the table or view. */
    TRIGGER;

    /** For people: {@code enum type}. */
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
