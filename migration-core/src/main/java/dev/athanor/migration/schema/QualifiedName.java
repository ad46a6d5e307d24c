package dev.athanor.migration.schema;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Names an object that lives in a schema, as the catalogs spell it.
 *
 * @param schema the schema; null for the schema that migrations run in, the first of the search path
 * @param name the name in the schema
 * @since 0.1.0
 */
public record QualifiedName(@Nullable String schema, String name) implements Comparable<QualifiedName> {

    private static final Comparator<QualifiedName> ORDER = Comparator.comparing(
                    QualifiedName::schema, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparing(QualifiedName::name);

    /** Creates a name in the schema that migrations run in. */
    public static QualifiedName of(String name) {
        return new QualifiedName(null, name);
    }

    /** Creates a name in another schema. */
    public static QualifiedName of(String schema, String name) {
        return new QualifiedName(schema, name);
    }

    /** Returns the name of another object in the same schema. */
    public QualifiedName sibling(String other) {
        return new QualifiedName(schema, other);
    }

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }

    /** Returns a readable form without quotation marks. */
    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
