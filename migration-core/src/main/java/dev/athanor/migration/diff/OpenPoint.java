package dev.athanor.migration.diff;

import dev.athanor.migration.schema.SchemaObject;

/**
 * Represents a difference that the user decides on; it is left out of a revision until then.
 *
 * @param object the object that differs
 * @param aspect how much of its difference is left out
 * @since 0.1.0
 */
public record OpenPoint(SchemaObject object, Aspect aspect) {

    /** Tells how much of the difference of an object is left out. */
    public enum Aspect {
        /** Leaves out the whole object. */
        WHOLE,
        /** Leaves out the type of a column, with its collation and default. */
        TYPE,
        /** Leaves out the {@code NOT NULL} of a column. */
        NULLABILITY
    }
}
