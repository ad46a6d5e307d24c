package dev.athanor.migration.operation;

import dev.athanor.migration.operation.FunctionOperation.CreateFunction;
import dev.athanor.migration.operation.FunctionOperation.DropFunction;
import dev.athanor.migration.operation.FunctionOperation.ReplaceFunction;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.schema.Function;
import java.util.function.Consumer;

/**
 * Directives for functions and procedures; definitions are whole {@code CREATE} statements, arguments are in SQL.
 *
 * @since 0.1.0
 */
public interface FunctionDirectives extends DirectiveSink {

    /** {@code CREATE FUNCTION}: {@code op.createFunction("twice", "n integer", "CREATE FUNCTION twice(n integer) …")}. */
    default void createFunction(String name, String arguments, String definition) {
        createFunction(name, arguments, function -> function.definition(definition));
    }

    /** {@code CREATE FUNCTION}, with a comment. */
    default void createFunction(String name, String arguments, Consumer<FunctionBuilder> definition) {
        invoke(new CreateFunction(function(name, arguments, Function.Kind.FUNCTION, definition)));
    }

    /** {@code CREATE PROCEDURE}. */
    default void createProcedure(String name, String arguments, String definition) {
        createProcedure(name, arguments, procedure -> procedure.definition(definition));
    }

    /** {@code CREATE PROCEDURE}, with a comment. */
    default void createProcedure(String name, String arguments, Consumer<FunctionBuilder> definition) {
        invoke(new CreateFunction(function(name, arguments, Function.Kind.PROCEDURE, definition)));
    }

    /** {@code CREATE OR REPLACE FUNCTION}; the existing definition is the way back. */
    default void replaceFunction(String name, String arguments, String definition, String existingDefinition) {
        replaceFunction(name, arguments, from -> from.definition(existingDefinition), to -> to.definition(definition));
    }

    /** {@code CREATE OR REPLACE FUNCTION}: from what it is to what it becomes. */
    default void replaceFunction(
            String name, String arguments, Consumer<FunctionBuilder> from, Consumer<FunctionBuilder> to) {
        invoke(new ReplaceFunction(
                function(name, arguments, Function.Kind.FUNCTION, from),
                function(name, arguments, Function.Kind.FUNCTION, to)));
    }

    /** {@code CREATE OR REPLACE PROCEDURE}: from what it is to what it becomes. */
    default void replaceProcedure(
            String name, String arguments, Consumer<FunctionBuilder> from, Consumer<FunctionBuilder> to) {
        invoke(new ReplaceFunction(
                function(name, arguments, Function.Kind.PROCEDURE, from),
                function(name, arguments, Function.Kind.PROCEDURE, to)));
    }

    /** {@code DROP FUNCTION}, without a way back. */
    default void dropFunction(String name, String arguments, DropOptions options) {
        invoke(new DropFunction(named(name), arguments, Function.Kind.FUNCTION, null, options));
    }

    /** {@code DROP FUNCTION}; the definition is the way back. */
    default void dropFunction(String name, String arguments, String definition) {
        dropFunction(name, arguments, DropOptions.PLAIN, function -> function.definition(definition));
    }

    /** {@code DROP FUNCTION}; the definition is the way back. */
    default void dropFunction(
            String name, String arguments, DropOptions options, Consumer<FunctionBuilder> definition) {
        Function function = function(name, arguments, Function.Kind.FUNCTION, definition);
        invoke(new DropFunction(named(name), arguments, Function.Kind.FUNCTION, function, options));
    }

    /** {@code DROP PROCEDURE}, without a way back. */
    default void dropProcedure(String name, String arguments, DropOptions options) {
        invoke(new DropFunction(named(name), arguments, Function.Kind.PROCEDURE, null, options));
    }

    /** {@code DROP PROCEDURE}; the definition is the way back. */
    default void dropProcedure(String name, String arguments, String definition) {
        dropProcedure(name, arguments, DropOptions.PLAIN, procedure -> procedure.definition(definition));
    }

    /** {@code DROP PROCEDURE}; the definition is the way back. */
    default void dropProcedure(
            String name, String arguments, DropOptions options, Consumer<FunctionBuilder> definition) {
        Function procedure = function(name, arguments, Function.Kind.PROCEDURE, definition);
        invoke(new DropFunction(named(name), arguments, Function.Kind.PROCEDURE, procedure, options));
    }

    /** {@code ALTER FUNCTION … RENAME TO}. */
    default void renameFunction(String name, String arguments, String to) {
        invoke(new Rename(ObjectName.of(Kind.FUNCTION, named(name), arguments), to));
    }

    /** {@code ALTER PROCEDURE … RENAME TO}. */
    default void renameProcedure(String name, String arguments, String to) {
        invoke(new Rename(ObjectName.of(Kind.PROCEDURE, named(name), arguments), to));
    }

    private Function function(String name, String arguments, Function.Kind kind, Consumer<FunctionBuilder> definition) {
        FunctionBuilder builder = new FunctionBuilder("");
        definition.accept(builder);
        return builder.function(named(name), arguments, kind);
    }
}
