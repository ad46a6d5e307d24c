package dev.athanor.migration.witness;

import java.util.List;

/**
 * Represents a difference between two states of the catalogs, by the row in which it is.
 *
 * @param catalog the catalog, such as {@code pg_attribute}
 * @param object the object that the row describes, such as {@code people.age}
 * @param owner the object that it is a part of, such as {@code people}, or itself
 * @param kind how the states differ
 * @param columns the columns that differ, if both states have the row
 * @since 0.1.0
 */
public record UndescribedDifference(String catalog, String object, String owner, Kind kind, List<String> columns)
        implements Comparable<UndescribedDifference> {

    /** Defines how two states differ. */
    public enum Kind {
        /** Only the later state has the row. */
        ADDED,
        /** Only the earlier state has the row. */
        REMOVED,
        /** The row has other values. */
        CHANGED
    }

    public UndescribedDifference {
        columns = List.copyOf(columns);
    }

    /** Returns whether the difference is in an object of this name, or in a part of it. */
    public boolean isOf(String name) {
        return owner.equals(name) || owner.startsWith(name + "(");
    }

    /** Returns the catalog and the object: {@code pg_attribute of people.age}. */
    public String place() {
        return object.isEmpty() ? catalog : catalog + " of " + object;
    }

    /** Returns the difference as text: {@code pg_attribute of people.age differs (atthasdef) in a way …}. */
    @Override
    public String toString() {
        return place() + " " + what() + " in a way that is not described";
    }

    private String what() {
        return switch (kind) {
            case ADDED -> "was added";
            case REMOVED -> "was removed";
            case CHANGED -> "differs (" + String.join(", ", columns) + ")";
        };
    }

    @Override
    public int compareTo(UndescribedDifference other) {
        return (owner + catalog + object).compareTo(other.owner + other.catalog + other.object);
    }
}
