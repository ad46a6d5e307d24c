package dev.athanor.migration.directive;

import dev.athanor.migration.operation.ScriptedOperation.AlterObject;
import dev.athanor.migration.operation.ScriptedOperation.CreateObject;
import dev.athanor.migration.operation.ScriptedOperation.DropObject;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.ScriptedObject;
import java.util.List;

/**
 * Directives for policies, rules, publications and all other objects that have no directives of their own; definitions
 * are whole {@code CREATE} statements.
 *
 * @since 0.1.0
 */
public interface ObjectDirectives extends DirectiveSink {

    /**
     * Issues the statements that create an object: {@code op.createObject(new SchemaObject(ObjectKind.POLICY,
     * op.named("users"), "own"), List.of("CREATE POLICY own ON users …"))}.
     */
    default void createObject(SchemaObject object, List<String> statements) {
        invoke(new CreateObject(new ScriptedObject(object, statements, null)));
    }

    /** Issues the statements that create an object, and {@code COMMENT ON}. */
    default void createObject(SchemaObject object, List<String> statements, String comment) {
        invoke(new CreateObject(new ScriptedObject(object, statements, comment)));
    }

    /** Issues {@code DROP} for an object; the reverse uses the statements that create it. */
    default void dropObject(SchemaObject object, List<String> statements) {
        invoke(new DropObject(new ScriptedObject(object, statements, null)));
    }

    /** Issues {@code DROP} for an object; the reverse uses the statements that create it, and the comment. */
    default void dropObject(SchemaObject object, List<String> statements, String comment) {
        invoke(new DropObject(new ScriptedObject(object, statements, comment)));
    }

    /** Issues statements that change an object in place; the reverse issues those that take them back. */
    default void alterObject(SchemaObject object, List<String> statements, List<String> undo) {
        invoke(new AlterObject(object, statements, undo));
    }
}
