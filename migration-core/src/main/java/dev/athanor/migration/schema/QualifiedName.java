package dev.athanor.migration.schema;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The name of an object that lives in a schema, as the catalogs spell it.
 *
 * @param schema its schema; null for the one that migrations run in, the first of the search path
 * @param name its name there
 * @since 0.1.0
 */
public record QualifiedName(@Nullable String schema, String name) implements Comparable<QualifiedName> {

    private static final Comparator<QualifiedName> ORDER = Comparator.comparing(
                    QualifiedName::schema, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparing(QualifiedName::name);

    /** A name in the schema that migrations run in. */
    public static QualifiedName of(String name) {
        return new QualifiedName(null, name);
    }

    /** A name in another schema. */
    public static QualifiedName of(String schema, String name) {
        return new QualifiedName(schema, name);
    }

    /** Another object of the same schema. */
    public QualifiedName sibling(String other) {
        return new QualifiedName(schema, other);
    }

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }

    /** For people: not quoted. */
    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
