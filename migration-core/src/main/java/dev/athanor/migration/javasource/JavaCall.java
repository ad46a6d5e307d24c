package dev.athanor.migration.javasource;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.Existence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds one directive: {@code op.addColumn("users", "age", "integer");}. */
final class JavaCall {

    private static final int WIDTH = 110;

    private final JavaImports imports;
    private final String start;
    private final List<String> arguments = new ArrayList<>();

    /**
     * @param schema the schema of its names
     */
    JavaCall(JavaImports imports, @Nullable String schema, String method) {
        this.imports = imports;
        this.start = "op" + (schema == null ? "" : ".in(" + JavaStrings.of(schema) + ")") + "." + method + "(";
    }

    JavaCall string(String text) {
        return code(JavaStrings.of(text));
    }

    JavaCall strings(List<String> texts) {
        texts.forEach(this::string);
        return this;
    }

    JavaCall stringIfGiven(@Nullable String text) {
        return text == null ? this : string(text);
    }

    JavaCall list(List<String> texts) {
        return code(imports.list() + ".of(" + JavaStrings.list(texts) + ")");
    }

    JavaCall code(String argument) {
        arguments.add(argument);
        return this;
    }

    JavaCall lambda(String parameter, JavaChain calls) {
        return code(calls.lambda(parameter));
    }

    JavaCall lambdaIfAny(String parameter, JavaChain calls) {
        return calls.isEmpty() ? this : lambda(parameter, calls);
    }

    /** Adds drop options in any case. */
    JavaCall options(DropOptions options) {
        return code(imports.dropOptions() + "." + name(options));
    }

    JavaCall optionsIfAny(DropOptions options) {
        return options.equals(DropOptions.PLAIN) ? this : options(options);
    }

    private static String name(DropOptions options) {
        if (options.existence() == Existence.EXPECTED) {
            return options.cascade() ? "CASCADE" : "PLAIN";
        }
        return options.cascade() ? "IF_EXISTS_CASCADE" : "IF_EXISTS";
    }

    /** Returns the statement on one line, or with its arguments on the next line if it would be long. */
    String statement() {
        String text = start + String.join(", ", arguments) + ");";
        boolean tooLong = text.length() > WIDTH && text.indexOf('\n') < 0;
        return tooLong ? start + "\n        " + String.join(", ", arguments) + ");" : text;
    }
}
