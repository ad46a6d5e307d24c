package dev.athanor.migration.javasource;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.FunctionOperation;
import dev.athanor.migration.operation.FunctionOperation.CreateFunction;
import dev.athanor.migration.operation.FunctionOperation.DropFunction;
import dev.athanor.migration.operation.FunctionOperation.ReplaceFunction;
import dev.athanor.migration.schema.Function;

/** Directives for functions and procedures, in Java. */
final class JavaRoutines implements FunctionOperation.Visitor<String> {

    private final JavaImports imports;

    JavaRoutines(JavaImports imports) {
        this.imports = imports;
    }

    String of(FunctionOperation operation) {
        return operation.accept(this);
    }

    @Override
    public String createFunction(CreateFunction creation) {
        return define(call("create", creation.function()), creation.function());
    }

    @Override
    public String replaceFunction(ReplaceFunction replacement) {
        return call("replace", replacement.to())
                .lambda("from", chain(replacement.from()))
                .lambda("to", chain(replacement.to()))
                .statement();
    }

    @Override
    public String dropFunction(DropFunction drop) {
        Function function = drop.definition();
        if (function == null) {
            return call("drop", new Function(drop.name(), drop.arguments(), drop.kind(), "", null))
                    .options(drop.options())
                    .statement();
        }
        JavaCall call = call("drop", function);
        return drop.options().equals(DropOptions.PLAIN) && function.comment() == null
                ? call.string(function.definition()).statement()
                : call.options(drop.options()).lambda("f", chain(function)).statement();
    }

    private JavaCall call(String verb, Function function) {
        String method = verb + (function.kind() == Function.Kind.FUNCTION ? "Function" : "Procedure");
        return new JavaCall(imports, function.name().schema(), method)
                .string(function.name().name())
                .string(function.arguments());
    }

    private static String define(JavaCall call, Function function) {
        return (function.comment() == null ? call.string(function.definition()) : call.lambda("f", chain(function)))
                .statement();
    }

    private static JavaChain chain(Function function) {
        return new JavaChain().call("definition", function.definition()).callIfGiven("comment", function.comment());
    }
}
