package dev.athanor.migration.directive;

import dev.athanor.migration.operation.Existence;
import dev.athanor.migration.schema.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Describes how an extension is installed.
 *
 * @since 0.1.0
 */
public final class ExtensionBuilder {

    private Existence existence = Existence.EXPECTED;
    private @Nullable String schema;
    private @Nullable String version;

    ExtensionBuilder() {}

    /** Sets the schema of the extension's objects ({@code SCHEMA}). */
    public ExtensionBuilder schema(String name) {
        schema = name;
        return this;
    }

    /** Sets {@code VERSION}. */
    public ExtensionBuilder version(String text) {
        version = text;
        return this;
    }

    /** Sets {@code IF NOT EXISTS}. */
    public ExtensionBuilder ifNotExists() {
        existence = Existence.IF_NEEDED;
        return this;
    }

    Extension extension(String name) {
        return new Extension(name, schema, version);
    }

    Existence existence() {
        return existence;
    }
}
