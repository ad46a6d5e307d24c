package dev.athanor.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * Represents an installed extension.
 *
 * @param name the name
 * @param schema the schema of its objects; null if the search path finds them
 * @param version the version
 * @since 0.1.0
 */
public record Extension(
        String name, @Nullable String schema, @Nullable String version) implements Definition {

    @Override
    public SchemaObject object() {
        return SchemaObject.of(ObjectKind.EXTENSION, QualifiedName.of(name));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.extension(this);
    }

    /** Returns null: comments on extensions are not read. */
    @Override
    public @Nullable String comment() {
        return null;
    }

    @Override
    public Extension withComment(@Nullable String other) {
        return this;
    }
}
