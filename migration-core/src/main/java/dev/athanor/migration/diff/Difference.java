package dev.athanor.migration.diff;

import dev.athanor.migration.schema.SchemaObject;
import java.util.Comparator;

/**
 * One thing that differs, for people.
 *
 * @param object what it is about
 * @param what how: {@code added}, {@code removed}, {@code type integer → bigint}
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

    /** Whether the object is there afterwards only. */
    public boolean isAdded() {
        return ADDED.equals(what);
    }

    /** Whether the object was there before only. */
    public boolean isRemoved() {
        return REMOVED.equals(what);
    }

    /** One line: {@code column users.age: type integer → bigint}. */
    @Override
    public String toString() {
        return object + ": " + what;
    }
}
