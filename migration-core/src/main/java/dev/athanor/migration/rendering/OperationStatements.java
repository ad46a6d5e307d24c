package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.ColumnOperation;
import dev.athanor.migration.operation.ConstraintOperation;
import dev.athanor.migration.operation.DataOperation;
import dev.athanor.migration.operation.ExtensionOperation;
import dev.athanor.migration.operation.FunctionOperation;
import dev.athanor.migration.operation.IndexOperation;
import dev.athanor.migration.operation.NamespaceOperation;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.operation.ScriptedOperation;
import dev.athanor.migration.operation.SequenceOperation;
import dev.athanor.migration.operation.SetComment;
import dev.athanor.migration.operation.SettingsOperation;
import dev.athanor.migration.operation.TableOperation;
import dev.athanor.migration.operation.TriggerOperation;
import dev.athanor.migration.operation.TypeOperation;
import dev.athanor.migration.operation.ViewOperation;
import java.util.List;

/** Renders operations as PostgreSQL statements, without semicolons. */
public final class OperationStatements {

    private static final Dispatch DISPATCH = new Dispatch();

    private OperationStatements() {}

    /** Returns the statements of one operation, in the order in which they run. */
    public static List<String> of(Operation operation) {
        return operation.accept(DISPATCH);
    }

    /** Returns the statements of several operations, one after another. */
    public static List<String> of(List<? extends Operation> operations) {
        return operations.stream().flatMap(operation -> of(operation).stream()).toList();
    }

    private static final class Dispatch implements Operation.Visitor<List<String>> {

        @Override
        public List<String> table(TableOperation operation) {
            return TableStatements.of(operation);
        }

        @Override
        public List<String> column(ColumnOperation operation) {
            return ColumnStatements.of(operation);
        }

        @Override
        public List<String> index(IndexOperation operation) {
            return IndexStatements.of(operation);
        }

        @Override
        public List<String> constraint(ConstraintOperation operation) {
            return ConstraintStatements.of(operation);
        }

        @Override
        public List<String> type(TypeOperation operation) {
            return TypeStatements.of(operation);
        }

        @Override
        public List<String> sequence(SequenceOperation operation) {
            return SequenceStatements.of(operation);
        }

        @Override
        public List<String> view(ViewOperation operation) {
            return ViewStatements.of(operation);
        }

        @Override
        public List<String> function(FunctionOperation operation) {
            return RoutineStatements.of(operation);
        }

        @Override
        public List<String> trigger(TriggerOperation operation) {
            return TriggerStatements.of(operation);
        }

        @Override
        public List<String> scripted(ScriptedOperation operation) {
            return ScriptedStatements.of(operation);
        }

        @Override
        public List<String> extension(ExtensionOperation operation) {
            return ExtensionStatements.of(operation);
        }

        @Override
        public List<String> namespace(NamespaceOperation operation) {
            return NamespaceStatements.of(operation);
        }

        @Override
        public List<String> data(DataOperation operation) {
            return DataStatements.of(operation);
        }

        @Override
        public List<String> settings(SettingsOperation operation) {
            return SettingsStatements.of(operation);
        }

        @Override
        public List<String> rename(Rename operation) {
            return List.of(RenameText.of(operation));
        }

        @Override
        public List<String> comment(SetComment operation) {
            return List.of(CommentText.of(operation.object(), operation.to()));
        }
    }
}
