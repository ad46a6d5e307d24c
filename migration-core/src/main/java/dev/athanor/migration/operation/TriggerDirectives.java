package dev.athanor.migration.operation;

import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.TriggerOperation.CreateTrigger;
import dev.athanor.migration.operation.TriggerOperation.DropTrigger;
import dev.athanor.migration.operation.TriggerOperation.SetTriggerFiring;
import dev.athanor.migration.schema.Trigger;
import dev.athanor.migration.schema.Trigger.Firing;
import java.util.function.Consumer;

/**
 * Directives for triggers; definitions are whole {@code CREATE TRIGGER} statements.
 *
 * @since 0.1.0
 */
public interface TriggerDirectives extends DirectiveSink {

    /** {@code CREATE TRIGGER}. */
    default void createTrigger(String name, String table, String definition) {
        createTrigger(name, table, definition, trigger -> {});
    }

    /** {@code CREATE TRIGGER}, with a comment, and whether it fires. */
    default void createTrigger(String name, String table, String definition, Consumer<TriggerBuilder> more) {
        invoke(new CreateTrigger(trigger(name, table, definition, more)));
    }

    /** {@code DROP TRIGGER}, without a way back. */
    default void dropTrigger(String name, String table) {
        dropTrigger(name, table, DropOptions.PLAIN);
    }

    /** {@code DROP TRIGGER}, without a way back. */
    default void dropTrigger(String name, String table, DropOptions options) {
        invoke(new DropTrigger(name, named(table), null, options));
    }

    /** {@code DROP TRIGGER}; the definition is the way back. */
    default void dropTrigger(String name, String table, String definition) {
        dropTrigger(name, table, DropOptions.PLAIN, definition, trigger -> {});
    }

    /** {@code DROP TRIGGER}; the definition is the way back. */
    default void dropTrigger(
            String name, String table, DropOptions options, String definition, Consumer<TriggerBuilder> more) {
        invoke(new DropTrigger(name, named(table), trigger(name, table, definition, more), options));
    }

    /** {@code ENABLE TRIGGER}, of one that is disabled. */
    default void enableTrigger(String name, String table) {
        setTriggerFiring(name, table, Firing.DISABLE, Firing.ENABLE);
    }

    /** {@code DISABLE TRIGGER}, of one that is enabled. */
    default void disableTrigger(String name, String table) {
        setTriggerFiring(name, table, Firing.ENABLE, Firing.DISABLE);
    }

    /** {@code ENABLE REPLICA TRIGGER} and its like. */
    default void setTriggerFiring(String name, String table, Firing from, Firing to) {
        invoke(new SetTriggerFiring(name, named(table), from, to));
    }

    /** {@code ALTER TRIGGER … RENAME TO}. */
    default void renameTrigger(String name, String table, String to) {
        invoke(new Rename(ObjectName.of(Kind.TRIGGER, named(table), name), to));
    }

    private Trigger trigger(String name, String table, String definition, Consumer<TriggerBuilder> more) {
        TriggerBuilder builder = new TriggerBuilder(definition);
        more.accept(builder);
        return builder.trigger(name, named(table));
    }
}
