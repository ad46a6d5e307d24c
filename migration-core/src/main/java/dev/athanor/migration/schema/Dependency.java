package dev.athanor.migration.schema;

import java.util.Comparator;

/**
 * Records that one object cannot exist without another, as the server's catalogs say.
 *
 * <p>What foreign keys refer to is not among them, nor what a function does in a body that is text.
 *
 * @param dependent the object that needs the other: a column if only one column does, otherwise the whole object
 * @param on the needed object: a column if only one is needed
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
