package dev.athanor.migration.directive;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.ExtensionOperation.CreateExtension;
import dev.athanor.migration.operation.ExtensionOperation.DropExtension;
import dev.athanor.migration.operation.ExtensionOperation.UpdateExtension;
import dev.athanor.migration.operation.NamespaceOperation.CreateSchema;
import dev.athanor.migration.operation.NamespaceOperation.DropSchema;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.Rename;
import java.util.function.Consumer;

/**
 * Directives for what is in no schema: schemas and extensions.
 *
 * @since 0.1.0
 */
public interface DatabaseDirectives extends DirectiveSink {

    /** Issues {@code CREATE SCHEMA}. */
    default void createSchema(String name) {
        createSchema(name, schema -> {});
    }

    /** Issues {@code CREATE SCHEMA}, with a comment. */
    default void createSchema(String name, Consumer<SchemaBuilder> definition) {
        SchemaBuilder builder = new SchemaBuilder();
        definition.accept(builder);
        invoke(new CreateSchema(builder.namespace(name), builder.existence()));
    }

    /** Issues {@code DROP SCHEMA} for an empty schema. */
    default void dropSchema(String name) {
        dropSchema(name, DropOptions.PLAIN);
    }

    /** Issues {@code DROP SCHEMA}. */
    default void dropSchema(String name, DropOptions options) {
        invoke(new DropSchema(name, null, options));
    }

    /** Issues {@code DROP SCHEMA}; the reverse creates the object again from the definition. */
    default void dropSchema(String name, DropOptions options, Consumer<SchemaBuilder> definition) {
        SchemaBuilder builder = new SchemaBuilder();
        definition.accept(builder);
        invoke(new DropSchema(name, builder.namespace(name), options));
    }

    /** Issues {@code ALTER SCHEMA … RENAME TO}. */
    default void renameSchema(String from, String to) {
        invoke(new Rename(ObjectName.schema(from), to));
    }

    /** Issues {@code CREATE EXTENSION}. */
    default void createExtension(String name) {
        createExtension(name, extension -> {});
    }

    /** Issues {@code CREATE EXTENSION} with a schema or a version. */
    default void createExtension(String name, Consumer<ExtensionBuilder> definition) {
        ExtensionBuilder builder = new ExtensionBuilder();
        definition.accept(builder);
        invoke(new CreateExtension(builder.extension(name), builder.existence()));
    }

    /** Issues {@code DROP EXTENSION}. */
    default void dropExtension(String name) {
        dropExtension(name, DropOptions.PLAIN);
    }

    /** Issues {@code DROP EXTENSION}. */
    default void dropExtension(String name, DropOptions options) {
        invoke(new DropExtension(name, null, options));
    }

    /** Issues {@code DROP EXTENSION}; the reverse creates the extension again as described. */
    default void dropExtension(String name, DropOptions options, Consumer<ExtensionBuilder> definition) {
        ExtensionBuilder builder = new ExtensionBuilder();
        definition.accept(builder);
        invoke(new DropExtension(name, builder.extension(name), options));
    }

    /** Issues {@code ALTER EXTENSION … UPDATE} to the newest version; it has no reverse. */
    default void updateExtension(String name) {
        invoke(new UpdateExtension(name, null, null));
    }

    /** Issues {@code ALTER EXTENSION … UPDATE} to a version; it has no reverse. */
    default void updateExtension(String name, String to) {
        invoke(new UpdateExtension(name, null, to));
    }

    /** Issues {@code ALTER EXTENSION … UPDATE} from one version to another. */
    default void updateExtension(String name, String from, String to) {
        invoke(new UpdateExtension(name, from, to));
    }
}
