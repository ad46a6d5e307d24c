package dev.athanor.migration.directive;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.operation.TableOperation.AlterTableStorage;
import dev.athanor.migration.operation.TableOperation.CreateTable;
import dev.athanor.migration.operation.TableOperation.DropTable;
import dev.athanor.migration.operation.TableOperation.SetTableSchema;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.Table.Storage;
import java.util.function.Consumer;

/**
 * Directives for tables.
 *
 * @since 0.1.0
 */
public interface TableDirectives extends DirectiveSink {

    /** Issues {@code CREATE TABLE}. */
    default void createTable(String name, Consumer<TableBuilder> definition) {
        TableBuilder builder = new TableBuilder(this::named, name);
        definition.accept(builder);
        invoke(new CreateTable(builder.table(), builder.existence()));
    }

    /** Issues {@code DROP TABLE}; it has no reverse. */
    default void dropTable(String name) {
        dropTable(name, DropOptions.PLAIN);
    }

    /** Issues {@code DROP TABLE}; it has no reverse. */
    default void dropTable(String name, DropOptions options) {
        invoke(new DropTable(named(name), null, options));
    }

    /** Issues {@code DROP TABLE}; the reverse creates the object again from the definition. */
    default void dropTable(String name, Consumer<TableBuilder> definition) {
        dropTable(name, DropOptions.PLAIN, definition);
    }

    /** Issues {@code DROP TABLE}; the reverse creates the object again from the definition. */
    default void dropTable(String name, DropOptions options, Consumer<TableBuilder> definition) {
        TableBuilder builder = new TableBuilder(this::named, name);
        definition.accept(builder);
        Table table = builder.table();
        invoke(new DropTable(table.name(), table, options));
    }

    /** Issues {@code ALTER TABLE … RENAME TO}. */
    default void renameTable(String from, String to) {
        invoke(new Rename(ObjectName.of(Kind.TABLE, named(from)), to));
    }

    /** Issues {@code ALTER TABLE … SET SCHEMA}. The reverse needs the current schema: {@code op.in("…")}. */
    default void setTableSchema(String name, String schema) {
        invoke(new SetTableSchema(named(name), schema));
    }

    /**
     * Issues {@code ALTER TABLE … SET (…)}, {@code SET UNLOGGED}, {@code ATTACH PARTITION} …, which change the table
     * from one storage to the other.
     */
    default void alterTableStorage(String name, Consumer<StorageBuilder> from, Consumer<StorageBuilder> to) {
        invoke(new AlterTableStorage(named(name), storage(from), storage(to)));
    }

    private Storage storage(Consumer<StorageBuilder> definition) {
        StorageBuilder builder = new StorageBuilder(this::named);
        definition.accept(builder);
        return builder.storage();
    }
}
