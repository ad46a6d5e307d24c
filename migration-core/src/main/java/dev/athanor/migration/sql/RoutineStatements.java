package dev.athanor.migration.sql;

import dev.athanor.migration.operation.FunctionOperation;
import dev.athanor.migration.operation.FunctionOperation.CreateFunction;
import dev.athanor.migration.operation.FunctionOperation.DropFunction;
import dev.athanor.migration.operation.FunctionOperation.ReplaceFunction;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.schema.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Statements for functions and procedures. */
final class RoutineStatements {

    private RoutineStatements() {}

    static List<String> of(FunctionOperation operation) {
        if (operation instanceof CreateFunction creation) {
            return create(creation.function());
        }
        if (operation instanceof ReplaceFunction replacement) {
            return replace(replacement);
        }
        DropFunction drop = (DropFunction) operation;
        String name = Names.of(drop.name()) + "(" + drop.arguments() + ")";
        return List.of(Clauses.drop(drop.kind().name(), name, drop.options()));
    }

    private static List<String> create(Function function) {
        List<String> statements = new ArrayList<>();
        statements.add(Raw.statement(function.definition()));
        statements.addAll(CommentText.ifAny(name(function), function.comment()));
        return statements;
    }

    private static List<String> replace(ReplaceFunction replacement) {
        List<String> statements = new ArrayList<>();
        statements.add(Raw.statement(replacement.to().definition()));
        if (!Objects.equals(replacement.from().comment(), replacement.to().comment())) {
            statements.add(
                    CommentText.of(name(replacement.to()), replacement.to().comment()));
        }
        return statements;
    }

    private static ObjectName name(Function function) {
        Kind kind = function.kind() == Function.Kind.FUNCTION ? Kind.FUNCTION : Kind.PROCEDURE;
        return ObjectName.of(kind, function.name(), function.arguments());
    }
}
