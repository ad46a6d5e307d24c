package dev.athanor.migration.directive;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.FunctionOperation.CreateFunction;
import dev.athanor.migration.operation.FunctionOperation.DropFunction;
import dev.athanor.migration.operation.FunctionOperation.ReplaceFunction;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.schema.Function;
import java.util.function.Consumer;

/**
 * Directives for functions and procedures; definitions are whole {@code CREATE} statements, arguments are in SQL.
 *
 * @since 0.1.0
 */
public interface FunctionDirectives extends DirectiveSink {

    /**
     * Issues {@code CREATE FUNCTION}:
     * {@code op.createFunction("twice", "n integer", "CREATE FUNCTION twice(n integer) …")}.
     */
    default void createFunction(String name, String arguments, String definition) {
        createFunction(name, arguments, function -> function.definition(definition));
    }

    /** Issues {@code CREATE FUNCTION}, with a comment. */
    default void createFunction(String name, String arguments, Consumer<FunctionBuilder> definition) {
        invoke(new CreateFunction(function(name, arguments, Function.Kind.FUNCTION, definition)));
    }

    /** Issues {@code CREATE PROCEDURE}. */
    default void createProcedure(String name, String arguments, String definition) {
        createProcedure(name, arguments, procedure -> procedure.definition(definition));
    }

    /** Issues {@code CREATE PROCEDURE}, with a comment. */
    default void createProcedure(String name, String arguments, Consumer<FunctionBuilder> definition) {
        invoke(new CreateFunction(function(name, arguments, Function.Kind.PROCEDURE, definition)));
    }

    /** Issues {@code CREATE OR REPLACE FUNCTION}; the reverse uses the existing definition. */
    default void replaceFunction(String name, String arguments, String definition, String existingDefinition) {
        replaceFunction(name, arguments, from -> from.definition(existingDefinition), to -> to.definition(definition));
    }

    /** Issues {@code CREATE OR REPLACE FUNCTION}, which changes the object from one definition to the other. */
    default void replaceFunction(
            String name, String arguments, Consumer<FunctionBuilder> from, Consumer<FunctionBuilder> to) {
        invoke(new ReplaceFunction(
                function(name, arguments, Function.Kind.FUNCTION, from),
                function(name, arguments, Function.Kind.FUNCTION, to)));
    }

    /** Issues {@code CREATE OR REPLACE PROCEDURE}, which changes the object from one definition to the other. */
    default void replaceProcedure(
            String name, String arguments, Consumer<FunctionBuilder> from, Consumer<FunctionBuilder> to) {
        invoke(new ReplaceFunction(
                function(name, arguments, Function.Kind.PROCEDURE, from),
                function(name, arguments, Function.Kind.PROCEDURE, to)));
    }

    /** Issues {@code DROP FUNCTION}; it has no reverse. */
    default void dropFunction(String name, String arguments, DropOptions options) {
        invoke(new DropFunction(named(name), arguments, Function.Kind.FUNCTION, null, options));
    }

    /** Issues {@code DROP FUNCTION}; the reverse uses the definition. */
    default void dropFunction(String name, String arguments, String definition) {
        dropFunction(name, arguments, DropOptions.PLAIN, function -> function.definition(definition));
    }

    /** Issues {@code DROP FUNCTION}; the reverse uses the definition. */
    default void dropFunction(
            String name, String arguments, DropOptions options, Consumer<FunctionBuilder> definition) {
        Function function = function(name, arguments, Function.Kind.FUNCTION, definition);
        invoke(new DropFunction(named(name), arguments, Function.Kind.FUNCTION, function, options));
    }

    /** Issues {@code DROP PROCEDURE}; it has no reverse. */
    default void dropProcedure(String name, String arguments, DropOptions options) {
        invoke(new DropFunction(named(name), arguments, Function.Kind.PROCEDURE, null, options));
    }

    /** Issues {@code DROP PROCEDURE}; the reverse uses the definition. */
    default void dropProcedure(String name, String arguments, String definition) {
        dropProcedure(name, arguments, DropOptions.PLAIN, procedure -> procedure.definition(definition));
    }

    /** Issues {@code DROP PROCEDURE}; the reverse uses the definition. */
    default void dropProcedure(
            String name, String arguments, DropOptions options, Consumer<FunctionBuilder> definition) {
        Function procedure = function(name, arguments, Function.Kind.PROCEDURE, definition);
        invoke(new DropFunction(named(name), arguments, Function.Kind.PROCEDURE, procedure, options));
    }

    /** Issues {@code ALTER FUNCTION … RENAME TO}. */
    default void renameFunction(String name, String arguments, String to) {
        invoke(new Rename(ObjectName.of(Kind.FUNCTION, named(name), arguments), to));
    }

    /** Issues {@code ALTER PROCEDURE … RENAME TO}. */
    default void renameProcedure(String name, String arguments, String to) {
        invoke(new Rename(ObjectName.of(Kind.PROCEDURE, named(name), arguments), to));
    }

    private Function function(String name, String arguments, Function.Kind kind, Consumer<FunctionBuilder> definition) {
        FunctionBuilder builder = new FunctionBuilder("");
        definition.accept(builder);
        return builder.function(named(name), arguments, kind);
    }
}
