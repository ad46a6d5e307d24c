package dev.athanor.migration.schema;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Represents an object that is defined by the statements that create it, such as a policy, a publication or an operator.
 *
 * @param object its kind and name
 * @param statements the statements that create it, without semicolons and without its comment
 * @param comment the comment; null for none
 * @since 0.1.0
 */
public record ScriptedObject(
        SchemaObject object,
        List<String> statements,
        @Nullable String comment) implements Definition {

    public ScriptedObject {
        statements = List.copyOf(statements);
        if (!object.kind().isScripted() || statements.isEmpty()) {
            throw new IllegalArgumentException("Not defined by statements: " + object);
        }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.scripted(this);
    }

    @Override
    public ScriptedObject withComment(@Nullable String other) {
        return new ScriptedObject(object, statements, other);
    }

    @Override
    public Optional<QualifiedName> owner() {
        return object.kind().isOnTable() ? Optional.of(object.name()) : Optional.empty();
    }
}
