package dev.athanor.migration.operation;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.Function;
import dev.athanor.migration.schema.QualifiedName;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Describes what happens to a function or a procedure.
 *
 * @since 0.1.0
 */
public sealed interface FunctionOperation extends Operation {

    /** Returns the visitor's answer for this kind of function operation. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return visitor.function(this);
    }

    /**
     * Answers for each kind of function operation: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link CreateFunction}. */
        R createFunction(CreateFunction operation);

        /** Answers for {@link ReplaceFunction}. */
        R replaceFunction(ReplaceFunction operation);

        /** Answers for {@link DropFunction}. */
        R dropFunction(DropFunction operation);
    }

    /** Represents {@code CREATE FUNCTION}, with the comment. */
    record CreateFunction(Function function) implements FunctionOperation {

        @Override
        public Operation reverse() {
            return new DropFunction(function);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createFunction(this);
        }
    }

    /** Represents {@code CREATE OR REPLACE FUNCTION}, which replaces a function of the same name and arguments. */
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

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.replaceFunction(this);
        }
    }

    /**
     * Represents {@code DROP FUNCTION}.
     *
     * @param arguments the arguments that distinguish the function from others of its name
     * @param definition the previous definition, for the reverse
     */
    record DropFunction(
            QualifiedName name,
            String arguments,
            Function.Kind kind,
            @Nullable Function definition,
            DropOptions options)
            implements FunctionOperation {

        /** Creates a removal that holds all that its reverse needs. */
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

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropFunction(this);
        }
    }
}
