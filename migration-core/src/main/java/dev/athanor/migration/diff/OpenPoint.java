package dev.athanor.migration.diff;

import dev.athanor.migration.schema.SchemaObject;

/**
 * A difference that a person decides on: it is left out of a revision until then.
 *
 * @param object what differs
 * @param aspect how much of its difference is left out
 */
public record OpenPoint(SchemaObject object, Aspect aspect) {

    /** How much of the difference of an object is left out. */
    public enum Aspect {
        /** All of it. */
        WHOLE,
        /** The type of a column, with its collation and default. */
        TYPE,
        /** The {@code NOT NULL} of a column. */
        NULLABILITY
    }
}
