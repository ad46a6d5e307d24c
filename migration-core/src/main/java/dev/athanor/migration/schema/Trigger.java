package dev.athanor.migration.schema;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Represents a trigger.
 *
 * @param table the table or view of the trigger
 * @param definition the whole {@code CREATE TRIGGER} statement, as {@code pg_get_triggerdef} prints it
 * @param firing when it fires
 * @since 0.1.0
 */
public record Trigger(
        String name,
        QualifiedName table,
        String definition,
        Firing firing,
        @Nullable String comment) implements Definition {

    @Override
    public SchemaObject object() {
        return new SchemaObject(ObjectKind.TRIGGER, table, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.trigger(this);
    }

    @Override
    public Trigger withComment(@Nullable String other) {
        return new Trigger(name, table, definition, firing, other);
    }

    @Override
    public Optional<QualifiedName> owner() {
        return Optional.of(table);
    }

    /** Describes when a trigger fires ({@code ALTER TABLE … ENABLE TRIGGER} and similar commands). */
    public enum Firing {
        /** Fires, except in a session that applies replicated changes. */
        ENABLE,
        /** Never fires. */
        DISABLE,
        /** Fires only in a session that applies replicated changes. */
        ENABLE_REPLICA,
        /** Fires in every session. */
        ENABLE_ALWAYS
    }
}
