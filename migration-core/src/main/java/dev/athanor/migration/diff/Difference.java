package dev.athanor.migration.diff;

import dev.athanor.migration.schema.SchemaObject;
import java.util.Comparator;

/**
 * Describes one difference for readers.
 *
 * @param object the object that differs
 * @param what the difference: {@code added}, {@code removed}, {@code type integer → bigint}
 * @since 0.1.0
 */
public record Difference(SchemaObject object, String what) implements Comparable<Difference> {

    static final String ADDED = "added";

    static final String REMOVED = "removed";

    private static final Comparator<Difference> ORDER =
            Comparator.comparing(Difference::object).thenComparing(Difference::what);

    @Override
    public int compareTo(Difference other) {
        return ORDER.compare(this, other);
    }

    /** Returns whether the object exists in the wanted schema only. */
    public boolean isAdded() {
        return ADDED.equals(what);
    }

    /** Returns whether the object exists in the actual schema only. */
    public boolean isRemoved() {
        return REMOVED.equals(what);
    }

    /** Returns the difference on one line: {@code column users.age: type integer → bigint}. */
    @Override
    public String toString() {
        return object + ": " + what;
    }
}
