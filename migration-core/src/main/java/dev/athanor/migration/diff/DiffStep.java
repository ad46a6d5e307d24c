package dev.athanor.migration.diff;

import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.schema.SchemaObject;
import java.util.Collection;
import java.util.Set;

/**
 * An operation and what it means for the objects.
 *
 * @param releases objects that from then on no longer need what they needed
 * @param removes objects that nothing may need by then
 * @param makes objects that from then on are as wanted
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

    /** In place: what needs it need not look away. */
    static DiffStep alter(StepPriority rank, Operation operation, SchemaObject object) {
        return new DiffStep(rank, operation, Set.of(object), Set.of(), Set.of(object));
    }

    /** In place, while nothing else looks. */
    static DiffStep rebuild(StepPriority rank, Operation operation, SchemaObject object) {
        return new DiffStep(rank, operation, Set.of(), Set.of(object), Set.of(object));
    }

    /** Without meaning for others. */
    static DiffStep plain(StepPriority rank, Operation operation) {
        return new DiffStep(rank, operation, Set.of(), Set.of(), Set.of());
    }
}
