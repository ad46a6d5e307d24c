package dev.athanor.migration.operation;

import dev.athanor.migration.operation.ObjectName.Kind;
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

    /** {@code CREATE TABLE}. */
    default void createTable(String name, Consumer<TableBuilder> definition) {
        TableBuilder builder = new TableBuilder(this::named, name);
        definition.accept(builder);
        invoke(new CreateTable(builder.table(), builder.existence()));
    }

    /** {@code DROP TABLE}, without a way back. */
    default void dropTable(String name) {
        dropTable(name, DropOptions.PLAIN);
    }

    /** {@code DROP TABLE}, without a way back. */
    default void dropTable(String name, DropOptions options) {
        invoke(new DropTable(named(name), null, options));
    }

    /** {@code DROP TABLE}; the definition, as it was created, is the way back. */
    default void dropTable(String name, Consumer<TableBuilder> definition) {
        dropTable(name, DropOptions.PLAIN, definition);
    }

    /** {@code DROP TABLE}; the definition, as it was created, is the way back. */
    default void dropTable(String name, DropOptions options, Consumer<TableBuilder> definition) {
        TableBuilder builder = new TableBuilder(this::named, name);
        definition.accept(builder);
        Table table = builder.table();
        invoke(new DropTable(table.name(), table, options));
    }

    /** {@code ALTER TABLE … RENAME TO}. */
    default void renameTable(String from, String to) {
        invoke(new Rename(ObjectName.of(Kind.TABLE, named(from)), to));
    }

    /** {@code ALTER TABLE … SET SCHEMA}; to have a way back, name the schema that it is in: {@code op.in("…")}. */
    default void setTableSchema(String name, String schema) {
        invoke(new SetTableSchema(named(name), schema));
    }

    /** {@code ALTER TABLE … SET (…)}, {@code SET UNLOGGED}, {@code ATTACH PARTITION} …: from what it is to what it becomes. */
    default void alterTableStorage(String name, Consumer<StorageBuilder> from, Consumer<StorageBuilder> to) {
        invoke(new AlterTableStorage(named(name), storage(from), storage(to)));
    }

    private Storage storage(Consumer<StorageBuilder> definition) {
        StorageBuilder builder = new StorageBuilder(this::named);
        definition.accept(builder);
        return builder.storage();
    }
}
