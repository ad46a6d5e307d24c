package dev.athanor.migration.directive;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.Rename;
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

    /** Issues {@code CREATE TRIGGER}. */
    default void createTrigger(String name, String table, String definition) {
        createTrigger(name, table, definition, trigger -> {});
    }

    /** Issues {@code CREATE TRIGGER}, with a comment and the setting for when it fires. */
    default void createTrigger(String name, String table, String definition, Consumer<TriggerBuilder> more) {
        invoke(new CreateTrigger(trigger(name, table, definition, more)));
    }

    /** Issues {@code DROP TRIGGER}; it has no reverse. */
    default void dropTrigger(String name, String table) {
        dropTrigger(name, table, DropOptions.PLAIN);
    }

    /** Issues {@code DROP TRIGGER}; it has no reverse. */
    default void dropTrigger(String name, String table, DropOptions options) {
        invoke(new DropTrigger(name, named(table), null, options));
    }

    /** Issues {@code DROP TRIGGER}; the reverse uses the definition. */
    default void dropTrigger(String name, String table, String definition) {
        dropTrigger(name, table, DropOptions.PLAIN, definition, trigger -> {});
    }

    /** Issues {@code DROP TRIGGER}; the reverse uses the definition. */
    default void dropTrigger(
            String name, String table, DropOptions options, String definition, Consumer<TriggerBuilder> more) {
        invoke(new DropTrigger(name, named(table), trigger(name, table, definition, more), options));
    }

    /** Issues {@code ENABLE TRIGGER} for a disabled trigger. */
    default void enableTrigger(String name, String table) {
        setTriggerFiring(name, table, Firing.DISABLE, Firing.ENABLE);
    }

    /** Issues {@code DISABLE TRIGGER} for an enabled trigger. */
    default void disableTrigger(String name, String table) {
        setTriggerFiring(name, table, Firing.ENABLE, Firing.DISABLE);
    }

    /** Issues {@code ENABLE REPLICA TRIGGER} or a similar command. */
    default void setTriggerFiring(String name, String table, Firing from, Firing to) {
        invoke(new SetTriggerFiring(name, named(table), from, to));
    }

    /** Issues {@code ALTER TRIGGER … RENAME TO}. */
    default void renameTrigger(String name, String table, String to) {
        invoke(new Rename(ObjectName.of(Kind.TRIGGER, named(table), name), to));
    }

    private Trigger trigger(String name, String table, String definition, Consumer<TriggerBuilder> more) {
        TriggerBuilder builder = new TriggerBuilder(definition);
        more.accept(builder);
        return builder.trigger(name, named(table));
    }
}
