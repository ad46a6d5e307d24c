package dev.athanor.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * Represents a function or a procedure.
 *
 * @param arguments the arguments that distinguish the function from others of its name, as
 *     {@code pg_get_function_identity_arguments} prints it
 * @param kind whether it is a function or a procedure
 * @param definition the whole {@code CREATE OR REPLACE} statement, as {@code pg_get_functiondef} prints it
 * @since 0.1.0
 */
public record Function(
        QualifiedName name,
        String arguments,
        Kind kind,
        String definition,
        @Nullable String comment) implements Definition {

    /** Distinguishes functions from procedures. */
    public enum Kind {
        /** A function. */
        FUNCTION,
        /** A procedure. */
        PROCEDURE
    }

    @Override
    public SchemaObject object() {
        return new SchemaObject(ObjectKind.FUNCTION, name, arguments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.function(this);
    }

    @Override
    public Function withComment(@Nullable String other) {
        return new Function(name, arguments, kind, definition, other);
    }
}
