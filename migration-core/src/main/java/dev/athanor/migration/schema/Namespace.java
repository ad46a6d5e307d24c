package dev.athanor.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * Represents a schema of the database, for which PostgreSQL's other word is namespace.
 *
 * @param name the name
 * @param comment the comment; null for none
 * @since 0.1.0
 */
public record Namespace(String name, @Nullable String comment) implements Definition {

    @Override
    public SchemaObject object() {
        return SchemaObject.of(ObjectKind.SCHEMA, QualifiedName.of(name));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.namespace(this);
    }

    @Override
    public Namespace withComment(@Nullable String other) {
        return new Namespace(name, other);
    }
}
