package dev.athanor.migration.graph;

import java.util.Collection;
import java.util.List;

/**
 * The rows of the version table, sorted by id: no revision listed is required by another one listed.
 *
 * @param ids sorted, without repetition; may hold ids that the graph does not know
 */
public record Heads(List<RevisionId> ids) {

    /** Nothing applied. */
    public static final Heads NONE = new Heads(List.of());

    public Heads {
        ids = ids.stream().distinct().sorted().toList();
    }

    /** The same rows from any collection. */
    public static Heads of(Collection<RevisionId> ids) {
        return new Heads(List.copyOf(ids));
    }

    /** Whether there is no row. */
    public boolean isEmpty() {
        return ids.isEmpty();
    }

    /** Whether the id is one of the rows. */
    public boolean contains(RevisionId id) {
        return ids.contains(id);
    }

    /** The ids in brackets, or {@code base} where there are none. */
    @Override
    public String toString() {
        return ids.isEmpty()
                ? "base"
                : String.join(", ", ids.stream().map(RevisionId::value).toList());
    }
}
