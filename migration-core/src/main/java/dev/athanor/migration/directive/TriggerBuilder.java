package dev.athanor.migration.directive;

import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Trigger;
import dev.athanor.migration.schema.Trigger.Firing;
import org.jspecify.annotations.Nullable;

/**
 * Describes a trigger.
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

    /** Sets when the trigger fires; by default always except on replicas. */
    public TriggerBuilder firing(Firing when) {
        firing = when;
        return this;
    }

    /** Sets the comment ({@code COMMENT ON TRIGGER}). */
    public TriggerBuilder comment(String text) {
        comment = text;
        return this;
    }

    Trigger trigger(String name, QualifiedName table) {
        return new Trigger(name, table, definition, firing, comment);
    }
}
