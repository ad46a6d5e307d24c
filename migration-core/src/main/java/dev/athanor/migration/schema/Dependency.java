package dev.athanor.migration.schema;

import java.util.Comparator;

/**
 * That an object cannot be without another, by the server's own books.
 *
 * <p>What foreign keys refer to is not among them, nor what a function does in a body that is text.
 *
 * @param dependent what needs the other: a column where only one does, otherwise what it is part of
 * @param on what is needed: a column where it is only one
 * @since 0.1.0
 */
public record Dependency(SchemaObject dependent, SchemaObject on) implements Comparable<Dependency> {

    private static final Comparator<Dependency> ORDER =
            Comparator.comparing(Dependency::dependent).thenComparing(Dependency::on);

    @Override
    public int compareTo(Dependency other) {
        return ORDER.compare(this, other);
    }
}
