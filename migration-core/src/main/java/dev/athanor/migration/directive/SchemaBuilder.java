package dev.athanor.migration.directive;

import dev.athanor.migration.operation.Existence;
import dev.athanor.migration.schema.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Describes a schema.
 *
 * @since 0.1.0
 */
public final class SchemaBuilder {

    private Existence existence = Existence.EXPECTED;
    private @Nullable String comment;

    SchemaBuilder() {}

    /** Sets the comment ({@code COMMENT ON SCHEMA}). */
    public SchemaBuilder comment(String text) {
        comment = text;
        return this;
    }

    /** Sets {@code IF NOT EXISTS}. */
    public SchemaBuilder ifNotExists() {
        existence = Existence.IF_NEEDED;
        return this;
    }

    Namespace namespace(String name) {
        return new Namespace(name, comment);
    }

    Existence existence() {
        return existence;
    }
}
