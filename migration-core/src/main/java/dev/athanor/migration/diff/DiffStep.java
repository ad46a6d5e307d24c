package dev.athanor.migration.diff;

import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.schema.SchemaObject;
import java.util.Collection;
import java.util.Set;

/**
 * Represents an operation and its effect on objects, which determines its place in the order.
 *
 * @param releases the objects that no longer need anything after this step
 * @param removes the objects that nothing may need any more when this step runs
 * @param makes the objects that are in their wanted form after this step
 */
record DiffStep(
        StepPriority rank,
        Operation operation,
        Set<SchemaObject> releases,
        Set<SchemaObject> removes,
        Set<SchemaObject> makes) {

    DiffStep {
        releases = Set.copyOf(releases);
        removes = Set.copyOf(removes);
        makes = Set.copyOf(makes);
    }

    static DiffStep drop(StepPriority rank, Operation operation, Collection<SchemaObject> objects) {
        return new DiffStep(rank, operation, Set.copyOf(objects), Set.copyOf(objects), Set.of());
    }

    static DiffStep drop(StepPriority rank, Operation operation, SchemaObject object) {
        return drop(rank, operation, Set.of(object));
    }

    static DiffStep make(StepPriority rank, Operation operation, Collection<SchemaObject> objects) {
        return new DiffStep(rank, operation, Set.of(), Set.of(), Set.copyOf(objects));
    }

    static DiffStep make(StepPriority rank, Operation operation, SchemaObject object) {
        return make(rank, operation, Set.of(object));
    }

    /** Creates a step that changes an object in place while its dependents stay. */
    static DiffStep alter(StepPriority rank, Operation operation, SchemaObject object) {
        return new DiffStep(rank, operation, Set.of(object), Set.of(), Set.of(object));
    }

    /** Creates a step that changes an object in place while its dependents are gone. */
    static DiffStep rebuild(StepPriority rank, Operation operation, SchemaObject object) {
        return new DiffStep(rank, operation, Set.of(), Set.of(object), Set.of(object));
    }

    /** Creates a step that has no effect on other objects. */
    static DiffStep plain(StepPriority rank, Operation operation) {
        return new DiffStep(rank, operation, Set.of(), Set.of(), Set.of());
    }
}
