package dev.athanor.migration.schema;

/**
 * Holds when a trigger fires that a partition has from its parent, where it is not when that of the parent fires.
 *
 * @param firing when it fires
 * @since 0.1.0
 */
public record FiringSettings(Trigger.Firing firing) implements ObjectSettings {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.firing(this);
    }
}
