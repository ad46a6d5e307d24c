package dev.athanor.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * A schema of the database, in PostgreSQL's other word for it.
 *
 * @param name its name
 * @param comment its comment
 */
public record Namespace(String name, @Nullable String comment) implements Comparable<Namespace> {

    @Override
    public int compareTo(Namespace other) {
        return name.compareTo(other.name);
    }
}
