package dev.athanor.migration.operation;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.Function;
import dev.athanor.migration.schema.QualifiedName;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What happens to a function or a procedure. */
public sealed interface FunctionOperation extends Operation {

    /** {@code CREATE FUNCTION}, with its comment. */
    record CreateFunction(Function function) implements FunctionOperation {

        @Override
        public Operation reverse() {
            return new DropFunction(function);
        }
    }

    /** {@code CREATE OR REPLACE FUNCTION}: one for another of the same name and arguments. */
    record ReplaceFunction(Function from, Function to) implements FunctionOperation {

        public ReplaceFunction {
            if (!from.name().equals(to.name())
                    || !from.arguments().equals(to.arguments())
                    || from.kind() != to.kind()) {
                throw new MigrationException(
                        "Function " + from.name() + "(" + from.arguments() + ") cannot be replaced by " + to.name()
                                + "(" + to.arguments() + "): PostgreSQL would keep both.",
                        "Drop the one and create the other.");
            }
        }

        @Override
        public Operation reverse() {
            return new ReplaceFunction(to, from);
        }
    }

    /**
     * {@code DROP FUNCTION}.
     *
     * @param arguments what tells it from others of its name
     * @param definition what it was, so that it can be created again
     */
    record DropFunction(
            QualifiedName name,
            String arguments,
            Function.Kind kind,
            @Nullable Function definition,
            DropOptions options)
            implements FunctionOperation {

        /** With all that its reverse needs. */
        public DropFunction(Function definition) {
            this(definition.name(), definition.arguments(), definition.kind(), definition, DropOptions.PLAIN);
        }

        @Override
        public Operation reverse() {
            if (definition == null) {
                String word = kind.name().toLowerCase(Locale.ROOT);
                throw IrreversibleOperationException.missing(
                        "Dropping " + word + " " + name + "(" + arguments + ")",
                        "its definition",
                        Call.to(
                                        kind == Function.Kind.FUNCTION ? "dropFunction" : "dropProcedure",
                                        name.name(),
                                        arguments,
                                        "CREATE …")
                                .text());
            }
            return new CreateFunction(definition);
        }
    }
}
