package dev.athanor.migration.operation;

import dev.athanor.migration.operation.IndexOperation.Build;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.IndexOperation.DropIndex;
import dev.athanor.migration.operation.ObjectName.Kind;
import java.util.function.Consumer;

/**
 * Directives for indexes.
 *
 * @since 0.1.0
 */
public interface IndexDirectives extends DirectiveSink {

    /** {@code CREATE INDEX} of columns. */
    default void createIndex(String name, String table, String... columns) {
        createIndex(name, table, index -> index.on(columns));
    }

    /** {@code CREATE INDEX}: {@code op.createIndex("i", "users", i -> i.unique().onExpression("lower(name)"))}. */
    default void createIndex(String name, String table, Consumer<IndexBuilder> definition) {
        IndexBuilder builder = new IndexBuilder();
        definition.accept(builder);
        invoke(builder.creation(named(table), name));
    }

    /** {@code DROP INDEX}, without a way back. */
    default void dropIndex(String name) {
        dropIndex(name, DropOptions.PLAIN);
    }

    /** {@code DROP INDEX}, without a way back. */
    default void dropIndex(String name, DropOptions options) {
        invoke(new DropIndex(named(name), null, Build.LOCKING, options));
    }

    /** {@code DROP INDEX CONCURRENTLY}, without a way back. */
    default void dropIndexConcurrently(String name, DropOptions options) {
        invoke(new DropIndex(named(name), null, Build.CONCURRENTLY, options));
    }

    /** {@code DROP INDEX}; its columns are the way back. */
    default void dropIndex(String name, String table, String... columns) {
        dropIndex(name, table, index -> index.on(columns));
    }

    /** {@code DROP INDEX}, {@code CONCURRENTLY} if it was created so; the definition, as it was created, is the way back. */
    default void dropIndex(String name, String table, Consumer<IndexBuilder> definition) {
        dropIndex(name, DropOptions.PLAIN, table, definition);
    }

    /** {@code DROP INDEX}, {@code CONCURRENTLY} if it was created so; the definition, as it was created, is the way back. */
    default void dropIndex(String name, DropOptions options, String table, Consumer<IndexBuilder> definition) {
        IndexBuilder builder = new IndexBuilder();
        definition.accept(builder);
        CreateIndex creation = builder.creation(named(table), name);
        invoke(new DropIndex(named(name), creation, creation.build(), options));
    }

    /** {@code ALTER INDEX … RENAME TO}. */
    default void renameIndex(String from, String to) {
        invoke(new Rename(ObjectName.of(Kind.INDEX, named(from)), to));
    }
}
