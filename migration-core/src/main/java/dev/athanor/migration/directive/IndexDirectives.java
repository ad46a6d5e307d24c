package dev.athanor.migration.directive;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.IndexOperation.Build;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.IndexOperation.DropIndex;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.Rename;
import java.util.function.Consumer;

/**
 * Directives for indexes.
 *
 * @since 0.1.0
 */
public interface IndexDirectives extends DirectiveSink {

    /** Issues {@code CREATE INDEX} on columns. */
    default void createIndex(String name, String table, String... columns) {
        createIndex(name, table, index -> index.on(columns));
    }

    /**
     * Issues {@code CREATE INDEX}: {@code op.createIndex("i", "users", i -> i.unique().onExpression("lower(name)"))}.
     */
    default void createIndex(String name, String table, Consumer<IndexBuilder> definition) {
        IndexBuilder builder = new IndexBuilder();
        definition.accept(builder);
        invoke(builder.creation(named(table), name));
    }

    /** Issues {@code DROP INDEX}; it has no reverse. */
    default void dropIndex(String name) {
        dropIndex(name, DropOptions.PLAIN);
    }

    /** Issues {@code DROP INDEX}; it has no reverse. */
    default void dropIndex(String name, DropOptions options) {
        invoke(new DropIndex(named(name), null, Build.LOCKING, options));
    }

    /** Issues {@code DROP INDEX CONCURRENTLY}; it has no reverse. */
    default void dropIndexConcurrently(String name, DropOptions options) {
        invoke(new DropIndex(named(name), null, Build.CONCURRENTLY, options));
    }

    /** Issues {@code DROP INDEX}; the reverse creates an index on the columns. */
    default void dropIndex(String name, String table, String... columns) {
        dropIndex(name, table, index -> index.on(columns));
    }

    /**
     * Issues {@code DROP INDEX}, with {@code CONCURRENTLY} if the definition says so; the reverse creates the index
     * again from the definition.
     */
    default void dropIndex(String name, String table, Consumer<IndexBuilder> definition) {
        dropIndex(name, DropOptions.PLAIN, table, definition);
    }

    /**
     * Issues {@code DROP INDEX}, with {@code CONCURRENTLY} if the definition says so; the reverse creates the index
     * again from the definition.
     */
    default void dropIndex(String name, DropOptions options, String table, Consumer<IndexBuilder> definition) {
        IndexBuilder builder = new IndexBuilder();
        definition.accept(builder);
        CreateIndex creation = builder.creation(named(table), name);
        invoke(new DropIndex(named(name), creation, creation.build(), options));
    }

    /** Issues {@code ALTER INDEX … RENAME TO}. */
    default void renameIndex(String from, String to) {
        invoke(new Rename(ObjectName.of(Kind.INDEX, named(from)), to));
    }
}
