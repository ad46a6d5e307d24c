package dev.athanor.migration.operation;

import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.ScriptedObject;
import java.util.List;

/**
 * Describes what happens to an object that is defined by the statements that create it.
 *
 * @since 0.1.0
 */
public sealed interface ScriptedOperation extends Operation {

    /** Returns the kind and name of the object. */
    SchemaObject object();

    /** Returns the visitor's answer for this kind of operation. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return visitor.scripted(this);
    }

    /**
     * Answers for each kind of operation on such an object: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link CreateObject}. */
        R createObject(CreateObject operation);

        /** Answers for {@link DropObject}. */
        R dropObject(DropObject operation);

        /** Answers for {@link AlterObject}. */
        R alterObject(AlterObject operation);
    }

    /** Represents the statements that create an object, with its comment. */
    record CreateObject(ScriptedObject definition) implements ScriptedOperation {

        @Override
        public SchemaObject object() {
            return definition.object();
        }

        @Override
        public Operation reverse() {
            return new DropObject(definition);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createObject(this);
        }
    }

    /**
     * Represents the {@code DROP} statement of an object.
     *
     * @param definition the previous definition, for the reverse
     */
    record DropObject(ScriptedObject definition) implements ScriptedOperation {

        @Override
        public SchemaObject object() {
            return definition.object();
        }

        @Override
        public Operation reverse() {
            return new CreateObject(definition);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropObject(this);
        }
    }

    /**
     * Represents statements that change an object in place.
     *
     * @param statements the statements, without semicolons
     * @param undo the statements that take them back
     */
    record AlterObject(SchemaObject object, List<String> statements, List<String> undo) implements ScriptedOperation {

        public AlterObject {
            statements = List.copyOf(statements);
            undo = List.copyOf(undo);
        }

        @Override
        public Operation reverse() {
            return new AlterObject(object, undo, statements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterObject(this);
        }
    }
}
