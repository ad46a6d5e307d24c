package dev.athanor.migration.operation;

import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Trigger;
import dev.athanor.migration.schema.Trigger.Firing;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger is to be.
 *
 * @since 0.1.0
 */
public final class TriggerBuilder {

    private final String definition;
    private Firing firing = Firing.ENABLE;
    private @Nullable String comment;

    TriggerBuilder(String definition) {
        this.definition = definition;
    }

    /** When it fires; always but in replicas unless said otherwise. */
    public TriggerBuilder firing(Firing when) {
        firing = when;
        return this;
    }

    /** {@code COMMENT ON TRIGGER}. */
    public TriggerBuilder comment(String text) {
        comment = text;
        return this;
    }

    Trigger trigger(String name, QualifiedName table) {
        return new Trigger(name, table, definition, firing, comment);
    }
}
