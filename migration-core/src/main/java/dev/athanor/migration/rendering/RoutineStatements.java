package dev.athanor.migration.rendering;

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

/** Renders operations on functions and procedures. */
final class RoutineStatements implements FunctionOperation.Visitor<List<String>> {

    private RoutineStatements() {}

    static List<String> of(FunctionOperation operation) {
        return operation.accept(new RoutineStatements());
    }

    @Override
    public List<String> createFunction(CreateFunction creation) {
        return create(creation.function());
    }

    @Override
    public List<String> replaceFunction(ReplaceFunction replacement) {
        List<String> statements = new ArrayList<>();
        statements.add(SingleStatement.statement(replacement.to().definition()));
        if (!Objects.equals(replacement.from().comment(), replacement.to().comment())) {
            statements.add(
                    CommentText.of(name(replacement.to()), replacement.to().comment()));
        }
        return statements;
    }

    @Override
    public List<String> dropFunction(DropFunction drop) {
        String name = Names.of(drop.name()) + "(" + drop.arguments() + ")";
        return List.of(Clauses.drop(drop.kind().name(), name, drop.options()));
    }

    private static List<String> create(Function function) {
        List<String> statements = new ArrayList<>();
        statements.add(SingleStatement.statement(function.definition()));
        statements.addAll(CommentText.ifAny(name(function), function.comment()));
        return statements;
    }

    private static ObjectName name(Function function) {
        Kind kind = function.kind() == Function.Kind.FUNCTION ? Kind.FUNCTION : Kind.PROCEDURE;
        return ObjectName.of(kind, function.name(), function.arguments());
    }
}
