package dev.athanor.migration.operation;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.Table.Storage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Describes what happens to a whole table.
 *
 * @since 0.1.0
 */
public sealed interface TableOperation extends Operation {

    /** Returns the visitor's answer for this kind of table operation. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return visitor.table(this);
    }

    /**
     * Answers for each kind of table operation: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link CreateTable}. */
        R createTable(CreateTable operation);

        /** Answers for {@link DropTable}. */
        R dropTable(DropTable operation);

        /** Answers for {@link SetTableSchema}. */
        R setTableSchema(SetTableSchema operation);

        /** Answers for {@link AlterTableStorage}. */
        R alterTableStorage(AlterTableStorage operation);
    }

    /** Represents {@code CREATE TABLE}, with its indexes and comments. */
    record CreateTable(Table table, Existence existence) implements TableOperation {

        /** Creates the creation of a table that must not exist yet. */
        public CreateTable(Table table) {
            this(table, Existence.EXPECTED);
        }

        @Override
        public Operation reverse() {
            return new DropTable(table.name(), table, DropOptions.after(existence));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createTable(this);
        }
    }

    /**
     * Represents {@code DROP TABLE}.
     *
     * @param definition the previous definition, for the reverse
     */
    record DropTable(QualifiedName name, @Nullable Table definition, DropOptions options) implements TableOperation {

        /** Creates a removal that holds all that its reverse needs. */
        public DropTable(Table definition) {
            this(definition.name(), definition, DropOptions.PLAIN);
        }

        @Override
        public Operation reverse() {
            if (definition == null) {
                throw IrreversibleOperationException.missing(
                        "Dropping table " + name,
                        "its definition",
                        Call.to("dropTable", name.name()).lambda("t -> …").text());
            }
            return new CreateTable(definition, options.existence());
        }

        @Override
        public boolean destructive() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropTable(this);
        }
    }

    /**
     * Represents {@code ALTER TABLE … SET SCHEMA}.
     *
     * @param schema the new schema
     */
    record SetTableSchema(QualifiedName name, String schema) implements TableOperation {

        @Override
        public Operation reverse() {
            String before = name.schema();
            if (before == null) {
                throw IrreversibleOperationException.missing(
                        "Moving table " + name + " to schema " + schema,
                        "the schema that it comes from",
                        "op.in(\"…\").setTableSchema(" + Call.quoted(name.name()) + ", " + Call.quoted(schema) + ")");
            }
            return new SetTableSchema(QualifiedName.of(schema, name.name()), before);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setTableSchema(this);
        }
    }

    /**
     * Represents {@code ALTER TABLE … SET LOGGED}, {@code SET (…)}, {@code INHERIT}, {@code ATTACH PARTITION} and
     * similar commands, which change the table from one storage to another.
     */
    record AlterTableStorage(QualifiedName name, Storage from, Storage to) implements TableOperation {

        public AlterTableStorage {
            if (!Objects.equals(from.partitionBy(), to.partitionBy())) {
                throw new MigrationException(
                        "Table " + name
                                + " cannot change how it is partitioned: PostgreSQL sets that when it is created.",
                        "Create another table, move the rows, and rename it.");
            }
        }

        @Override
        public Operation reverse() {
            return new AlterTableStorage(name, to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterTableStorage(this);
        }
    }
}
