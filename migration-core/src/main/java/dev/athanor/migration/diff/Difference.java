package dev.athanor.migration.diff;

import dev.athanor.migration.schema.SchemaObject;
import java.util.Comparator;

/**
 * One thing that differs, for people.
 *
 * @param object what it is about
 * @param what how: {@code added}, {@code removed}, {@code type integer → bigint}
 */
public record Difference(SchemaObject object, String what) implements Comparable<Difference> {

    private static final Comparator<Difference> ORDER =
            Comparator.comparing(Difference::object).thenComparing(Difference::what);

    @Override
    public int compareTo(Difference other) {
        return ORDER.compare(this, other);
    }

    /** One line: {@code column users.age: type integer → bigint}. */
    @Override
    public String toString() {
        return object + ": " + what;
    }
}
