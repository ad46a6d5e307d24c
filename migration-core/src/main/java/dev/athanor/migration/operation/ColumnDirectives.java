package dev.athanor.migration.operation;

import dev.athanor.migration.operation.ColumnOperation.AddColumn;
import dev.athanor.migration.operation.ColumnOperation.DropColumn;
import dev.athanor.migration.operation.ObjectName.Kind;
import java.util.function.Consumer;

/**
 * Directives for columns.
 *
 * @since 0.1.0
 */
public interface ColumnDirectives extends DirectiveSink {

    /** {@code ADD COLUMN}, nullable and without a default. */
    default void addColumn(String table, String name, String type) {
        addColumn(table, name, type, column -> {});
    }

    /** {@code ADD COLUMN}: {@code op.addColumn("users", "age", "integer", c -> c.notNull().defaultTo("0"))}. */
    default void addColumn(String table, String name, String type, Consumer<ColumnBuilder> definition) {
        ColumnBuilder builder = new ColumnBuilder(name, type);
        definition.accept(builder);
        invoke(new AddColumn(named(table), builder.column(), builder.existence()));
    }

    /** {@code DROP COLUMN}, without a way back. */
    default void dropColumn(String table, String name) {
        dropColumn(table, name, DropOptions.PLAIN);
    }

    /** {@code DROP COLUMN}, without a way back. */
    default void dropColumn(String table, String name, DropOptions options) {
        invoke(new DropColumn(named(table), name, null, options));
    }

    /** {@code DROP COLUMN}; its type, and that it is nullable and without a default, is the way back. */
    default void dropColumn(String table, String name, String type) {
        dropColumn(table, name, type, column -> {});
    }

    /** {@code DROP COLUMN}; the definition, as it was added, is the way back. */
    default void dropColumn(String table, String name, String type, Consumer<ColumnBuilder> definition) {
        dropColumn(table, name, DropOptions.PLAIN, type, definition);
    }

    /** {@code DROP COLUMN}; the definition, as it was added, is the way back. */
    default void dropColumn(
            String table, String name, DropOptions options, String type, Consumer<ColumnBuilder> definition) {
        ColumnBuilder builder = new ColumnBuilder(name, type);
        definition.accept(builder);
        invoke(new DropColumn(named(table), name, builder.column(), options));
    }

    /** {@code RENAME COLUMN}. */
    default void renameColumn(String table, String from, String to) {
        invoke(new Rename(ObjectName.of(Kind.COLUMN, named(table), from), to));
    }

    /** {@code ALTER COLUMN}: {@code op.alterColumn("users", "age", c -> c.type("bigint").existingType("integer"))}. */
    default void alterColumn(String table, String name, Consumer<AlterColumnBuilder> changes) {
        AlterColumnBuilder builder = new AlterColumnBuilder();
        changes.accept(builder);
        invoke(builder.operation(named(table), name));
    }
}
