package dev.athanor.migration.operation;

import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Describes what happens to a trigger.
 *
 * @since 0.1.0
 */
public sealed interface TriggerOperation extends Operation {

    /** Returns the visitor's answer for this kind of trigger operation. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return visitor.trigger(this);
    }

    /**
     * Answers for each kind of trigger operation: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link CreateTrigger}. */
        R createTrigger(CreateTrigger operation);

        /** Answers for {@link DropTrigger}. */
        R dropTrigger(DropTrigger operation);

        /** Answers for {@link SetTriggerFiring}. */
        R setTriggerFiring(SetTriggerFiring operation);
    }

    /** Represents {@code CREATE TRIGGER}, with the comment and the setting for when it fires. */
    record CreateTrigger(Trigger trigger) implements TriggerOperation {

        @Override
        public Operation reverse() {
            return new DropTrigger(trigger);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createTrigger(this);
        }
    }

    /**
     * Represents {@code DROP TRIGGER}.
     *
     * @param definition the previous definition, for the reverse
     */
    record DropTrigger(
            String name, QualifiedName table, @Nullable Trigger definition, DropOptions options)
            implements TriggerOperation {

        /** Creates a removal that holds all that its reverse needs. */
        public DropTrigger(Trigger definition) {
            this(definition.name(), definition.table(), definition, DropOptions.PLAIN);
        }

        @Override
        public Operation reverse() {
            if (definition == null) {
                throw IrreversibleOperationException.missing(
                        "Dropping trigger " + name + " of table " + table,
                        "its definition",
                        Call.to("dropTrigger", name, table.name(), "CREATE TRIGGER …")
                                .text());
            }
            return new CreateTrigger(definition);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropTrigger(this);
        }
    }

    /** Represents {@code ALTER TABLE … ENABLE TRIGGER} or {@code DISABLE TRIGGER}. */
    record SetTriggerFiring(String name, QualifiedName table, Trigger.Firing from, Trigger.Firing to)
            implements TriggerOperation {

        @Override
        public Operation reverse() {
            return new SetTriggerFiring(name, table, to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setTriggerFiring(this);
        }
    }
}
