package dev.athanor.migration.sql;

import dev.athanor.migration.operation.ColumnOperation;
import dev.athanor.migration.operation.ConstraintOperation;
import dev.athanor.migration.operation.DataOperation;
import dev.athanor.migration.operation.EnumOperation;
import dev.athanor.migration.operation.ExtensionOperation;
import dev.athanor.migration.operation.FunctionOperation;
import dev.athanor.migration.operation.IndexOperation;
import dev.athanor.migration.operation.NamespaceOperation;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.operation.SequenceOperation;
import dev.athanor.migration.operation.SetComment;
import dev.athanor.migration.operation.TableOperation;
import dev.athanor.migration.operation.TriggerOperation;
import dev.athanor.migration.operation.TypeOperation;
import dev.athanor.migration.operation.ViewOperation;
import java.util.List;

/** Operations as PostgreSQL's statements, without semicolons. */
public final class OperationStatements {

    private OperationStatements() {}

    /** Those of one operation, in the order in which they run. */
    public static List<String> of(Operation operation) {
        if (operation instanceof TableOperation table) {
            return TableStatements.of(table);
        }
        if (operation instanceof ColumnOperation column) {
            return ColumnStatements.of(column);
        }
        if (operation instanceof IndexOperation index) {
            return IndexStatements.of(index);
        }
        if (operation instanceof ConstraintOperation constraint) {
            return ConstraintStatements.of(constraint);
        }
        return operation instanceof DataOperation data ? DataStatements.of(data) : ofOtherObject(operation);
    }

    /** Those of several operations, one after another. */
    public static List<String> of(List<? extends Operation> operations) {
        return operations.stream().flatMap(operation -> of(operation).stream()).toList();
    }

    private static List<String> ofOtherObject(Operation operation) {
        if (operation instanceof EnumOperation type) {
            return EnumStatements.of(type);
        }
        if (operation instanceof TypeOperation type) {
            return TypeStatements.of(type);
        }
        if (operation instanceof SequenceOperation sequence) {
            return SequenceStatements.of(sequence);
        }
        if (operation instanceof ViewOperation view) {
            return ViewStatements.of(view);
        }
        return operation instanceof FunctionOperation function ? RoutineStatements.of(function) : ofTheRest(operation);
    }

    private static List<String> ofTheRest(Operation operation) {
        if (operation instanceof TriggerOperation trigger) {
            return TriggerStatements.of(trigger);
        }
        if (operation instanceof ExtensionOperation extension) {
            return ExtensionStatements.of(extension);
        }
        if (operation instanceof NamespaceOperation namespace) {
            return NamespaceStatements.of(namespace);
        }
        if (operation instanceof Rename rename) {
            return List.of(RenameText.of(rename));
        }
        SetComment comment = (SetComment) operation;
        return List.of(CommentText.of(comment.object(), comment.to()));
    }
}
