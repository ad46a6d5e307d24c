package dev.athanor.migration.operation;

import dev.athanor.migration.schema.Extension;
import org.jspecify.annotations.Nullable;

/**
 * How an extension is to be installed.
 *
 * @since 0.1.0
 */
public final class ExtensionBuilder {

    private Existence existence = Existence.EXPECTED;
    private @Nullable String schema;
    private @Nullable String version;

    ExtensionBuilder() {}

    /** {@code SCHEMA}: where its objects go. */
    public ExtensionBuilder schema(String name) {
        schema = name;
        return this;
    }

    /** {@code VERSION}. */
    public ExtensionBuilder version(String text) {
        version = text;
        return this;
    }

    /** {@code IF NOT EXISTS}. */
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
