package dev.athanor.migration.operation;

import dev.athanor.migration.schema.Access;
import dev.athanor.migration.schema.ColumnSettings;
import dev.athanor.migration.schema.DefaultPrivileges;
import dev.athanor.migration.schema.IndexSettings;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.RelationSettings;

/**
 * Describes what happens to what an object has besides its definition: how it is stored, and who may use it.
 *
 * @since 0.1.0
 */
public sealed interface SettingsOperation extends Operation {

    /** Returns the visitor's answer for this kind of settings operation. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return visitor.settings(this);
    }

    /**
     * Answers for each kind of settings operation: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link AlterColumnSettings}. */
        R alterColumnSettings(AlterColumnSettings operation);

        /** Answers for {@link AlterRelationSettings}. */
        R alterRelationSettings(AlterRelationSettings operation);

        /** Answers for {@link AlterIndexSettings}. */
        R alterIndexSettings(AlterIndexSettings operation);

        /** Answers for {@link ChangeAccess}. */
        R changeAccess(ChangeAccess operation);

        /** Answers for {@link ChangeDefaultPrivileges}. */
        R changeDefaultPrivileges(ChangeDefaultPrivileges operation);
    }

    /**
     * Represents {@code ALTER TABLE … ALTER COLUMN … SET STORAGE} and similar commands, which change the settings of a
     * column from one to another.
     *
     * @param relation the table, view, materialized view or composite type
     */
    record AlterColumnSettings(ObjectName relation, String column, ColumnSettings from, ColumnSettings to)
            implements SettingsOperation {

        @Override
        public Operation reverse() {
            return new AlterColumnSettings(relation, column, to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterColumnSettings(this);
        }
    }

    /**
     * Represents {@code ALTER TABLE … ENABLE ROW LEVEL SECURITY}, {@code REPLICA IDENTITY}, {@code CLUSTER ON} and
     * similar commands, which change the settings of a relation from one to another.
     *
     * @param relation the table or materialized view
     */
    record AlterRelationSettings(ObjectName relation, RelationSettings from, RelationSettings to)
            implements SettingsOperation {

        @Override
        public Operation reverse() {
            return new AlterRelationSettings(relation, to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterRelationSettings(this);
        }
    }

    /**
     * Represents {@code ALTER INDEX … ALTER COLUMN … SET STATISTICS} and similar commands, which change the settings of
     * an index from one to another.
     */
    record AlterIndexSettings(QualifiedName index, IndexSettings from, IndexSettings to) implements SettingsOperation {

        @Override
        public Operation reverse() {
            return new AlterIndexSettings(index, to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterIndexSettings(this);
        }
    }

    /** Represents {@code ALTER … OWNER TO}, {@code GRANT} and {@code REVOKE}. */
    record ChangeAccess(ObjectName object, Access from, Access to) implements SettingsOperation {

        @Override
        public Operation reverse() {
            return new ChangeAccess(object, to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeAccess(this);
        }
    }

    /** Represents {@code ALTER DEFAULT PRIVILEGES}. */
    record ChangeDefaultPrivileges(DefaultPrivileges from, DefaultPrivileges to) implements SettingsOperation {

        @Override
        public Operation reverse() {
            return new ChangeDefaultPrivileges(to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeDefaultPrivileges(this);
        }
    }
}
