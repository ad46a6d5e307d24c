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
record Step(
        Rank rank,
        Operation operation,
        Set<SchemaObject> releases,
        Set<SchemaObject> removes,
        Set<SchemaObject> makes) {

    Step {
        releases = Set.copyOf(releases);
        removes = Set.copyOf(removes);
        makes = Set.copyOf(makes);
    }

    static Step drop(Rank rank, Operation operation, Collection<SchemaObject> objects) {
        return new Step(rank, operation, Set.copyOf(objects), Set.copyOf(objects), Set.of());
    }

    static Step drop(Rank rank, Operation operation, SchemaObject object) {
        return drop(rank, operation, Set.of(object));
    }

    static Step make(Rank rank, Operation operation, Collection<SchemaObject> objects) {
        return new Step(rank, operation, Set.of(), Set.of(), Set.copyOf(objects));
    }

    static Step make(Rank rank, Operation operation, SchemaObject object) {
        return make(rank, operation, Set.of(object));
    }

    /** In place: what needs it need not look away. */
    static Step alter(Rank rank, Operation operation, SchemaObject object) {
        return new Step(rank, operation, Set.of(object), Set.of(), Set.of(object));
    }

    /** In place, while nothing else looks. */
    static Step rebuild(Rank rank, Operation operation, SchemaObject object) {
        return new Step(rank, operation, Set.of(), Set.of(object), Set.of(object));
    }

    /** Without meaning for others. */
    static Step plain(Rank rank, Operation operation) {
        return new Step(rank, operation, Set.of(), Set.of(), Set.of());
    }
}
