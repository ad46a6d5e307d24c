package dev.athanor.migration.directive;

import dev.athanor.migration.operation.ColumnOperation.AddColumn;
import dev.athanor.migration.operation.ColumnOperation.DropColumn;
import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.Rename;
import java.util.function.Consumer;

/**
 * Directives for columns.
 *
 * @since 0.1.0
 */
public interface ColumnDirectives extends DirectiveSink {

    /** Issues {@code ADD COLUMN} for a nullable column without a default. */
    default void addColumn(String table, String name, String type) {
        addColumn(table, name, type, column -> {});
    }

    /** Issues {@code ADD COLUMN}: {@code op.addColumn("users", "age", "integer", c -> c.notNull().defaultTo("0"))}. */
    default void addColumn(String table, String name, String type, Consumer<ColumnBuilder> definition) {
        ColumnBuilder builder = new ColumnBuilder(name, type);
        definition.accept(builder);
        invoke(new AddColumn(named(table), builder.column(), builder.existence()));
    }

    /** Issues {@code DROP COLUMN}; it has no reverse. */
    default void dropColumn(String table, String name) {
        dropColumn(table, name, DropOptions.PLAIN);
    }

    /** Issues {@code DROP COLUMN}; it has no reverse. */
    default void dropColumn(String table, String name, DropOptions options) {
        invoke(new DropColumn(named(table), name, null, options));
    }

    /** Issues {@code DROP COLUMN}; the reverse adds a nullable column of the type, without a default. */
    default void dropColumn(String table, String name, String type) {
        dropColumn(table, name, type, column -> {});
    }

    /** Issues {@code DROP COLUMN}; the reverse adds the column again from the definition. */
    default void dropColumn(String table, String name, String type, Consumer<ColumnBuilder> definition) {
        dropColumn(table, name, DropOptions.PLAIN, type, definition);
    }

    /** Issues {@code DROP COLUMN}; the reverse adds the column again from the definition. */
    default void dropColumn(
            String table, String name, DropOptions options, String type, Consumer<ColumnBuilder> definition) {
        ColumnBuilder builder = new ColumnBuilder(name, type);
        definition.accept(builder);
        invoke(new DropColumn(named(table), name, builder.column(), options));
    }

    /** Issues {@code RENAME COLUMN}. */
    default void renameColumn(String table, String from, String to) {
        invoke(new Rename(ObjectName.of(Kind.COLUMN, named(table), from), to));
    }

    /**
     * Issues {@code ALTER COLUMN}:
     * {@code op.alterColumn("users", "age", c -> c.type("bigint").existingType("integer"))}.
     */
    default void alterColumn(String table, String name, Consumer<AlterColumnBuilder> changes) {
        AlterColumnBuilder builder = new AlterColumnBuilder();
        changes.accept(builder);
        invoke(builder.operation(named(table), name));
    }
}
