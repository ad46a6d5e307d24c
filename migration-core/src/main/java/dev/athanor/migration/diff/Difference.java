package dev.athanor.migration.diff;

import dev.athanor.migration.schema.SchemaObject;
import java.util.Comparator;
import java.util.Optional;

/**
 * Describes one difference for readers.
 *
 * @param object what it is about
 * @param what how: {@code added}, {@code removed}, {@code type integer → bigint}
 * @param values what each side has, where it is there on both and that can be shown
 * @param owner the table or view that it is on, where it is on one
 * @since 0.1.0
 */
public record Difference(SchemaObject object, String what, Optional<Values> values, Optional<SchemaObject> owner)
        implements Comparable<Difference> {

    /** Holds what each side has: {@code type integer}, {@code type bigint}. */
    public record Values(String before, String after) {}

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
