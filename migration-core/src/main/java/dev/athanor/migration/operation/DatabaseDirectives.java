package dev.athanor.migration.operation;

import dev.athanor.migration.operation.ExtensionOperation.CreateExtension;
import dev.athanor.migration.operation.ExtensionOperation.DropExtension;
import dev.athanor.migration.operation.ExtensionOperation.UpdateExtension;
import dev.athanor.migration.operation.NamespaceOperation.CreateSchema;
import dev.athanor.migration.operation.NamespaceOperation.DropSchema;
import java.util.function.Consumer;

/**
 * Directives for what is in no schema: schemas and extensions.
 *
 * @since 0.1.0
 */
public interface DatabaseDirectives extends DirectiveSink {

    /** {@code CREATE SCHEMA}. */
    default void createSchema(String name) {
        createSchema(name, schema -> {});
    }

    /** {@code CREATE SCHEMA}, with a comment. */
    default void createSchema(String name, Consumer<SchemaBuilder> definition) {
        SchemaBuilder builder = new SchemaBuilder();
        definition.accept(builder);
        invoke(new CreateSchema(builder.namespace(name), builder.existence()));
    }

    /** {@code DROP SCHEMA}, which has to be empty. */
    default void dropSchema(String name) {
        dropSchema(name, DropOptions.PLAIN);
    }

    /** {@code DROP SCHEMA}. */
    default void dropSchema(String name, DropOptions options) {
        invoke(new DropSchema(name, null, options));
    }

    /** {@code DROP SCHEMA}; the definition, as it was created, is the way back. */
    default void dropSchema(String name, DropOptions options, Consumer<SchemaBuilder> definition) {
        SchemaBuilder builder = new SchemaBuilder();
        definition.accept(builder);
        invoke(new DropSchema(name, builder.namespace(name), options));
    }

    /** {@code ALTER SCHEMA … RENAME TO}. */
    default void renameSchema(String from, String to) {
        invoke(new Rename(ObjectName.schema(from), to));
    }

    /** {@code CREATE EXTENSION}. */
    default void createExtension(String name) {
        createExtension(name, extension -> {});
    }

    /** {@code CREATE EXTENSION}, in a schema or a version of its own. */
    default void createExtension(String name, Consumer<ExtensionBuilder> definition) {
        ExtensionBuilder builder = new ExtensionBuilder();
        definition.accept(builder);
        invoke(new CreateExtension(builder.extension(name), builder.existence()));
    }

    /** {@code DROP EXTENSION}. */
    default void dropExtension(String name) {
        dropExtension(name, DropOptions.PLAIN);
    }

    /** {@code DROP EXTENSION}. */
    default void dropExtension(String name, DropOptions options) {
        invoke(new DropExtension(name, null, options));
    }

    /** {@code DROP EXTENSION}; how it was created is the way back. */
    default void dropExtension(String name, DropOptions options, Consumer<ExtensionBuilder> definition) {
        ExtensionBuilder builder = new ExtensionBuilder();
        definition.accept(builder);
        invoke(new DropExtension(name, builder.extension(name), options));
    }

    /** {@code ALTER EXTENSION … UPDATE} to the newest version, without a way back. */
    default void updateExtension(String name) {
        invoke(new UpdateExtension(name, null, null));
    }

    /** {@code ALTER EXTENSION … UPDATE} to a version, without a way back. */
    default void updateExtension(String name, String to) {
        invoke(new UpdateExtension(name, null, to));
    }

    /** {@code ALTER EXTENSION … UPDATE} from a version to another. */
    default void updateExtension(String name, String from, String to) {
        invoke(new UpdateExtension(name, from, to));
    }
}
