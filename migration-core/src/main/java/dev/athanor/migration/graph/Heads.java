package dev.athanor.migration.graph;

import dev.athanor.migration.error.CappedList;
import java.util.Collection;
import java.util.List;

/**
 * The rows of the version table, sorted by id: no revision listed is required by another one listed.
 *
 * @param ids sorted, without repetition; may hold ids that the graph does not know
 * @since 0.1.0
 */
public record Heads(List<RevisionId> ids) {

    /** Nothing applied. */
    public static final Heads NONE = new Heads(List.of());

    public Heads {
        ids = SharedSorted.of(ids);
    }

    /** The same rows from any collection. */
    public static Heads of(Collection<RevisionId> ids) {
        return new Heads(SharedSorted.of(ids));
    }

    /** The rows with some taken out and others put in. */
    public Heads replace(Collection<RevisionId> gone, Collection<RevisionId> come) {
        SharedSorted<RevisionId> rows = shared();
        for (RevisionId id : gone) {
            rows = rows.without(id);
        }
        for (RevisionId id : come) {
            rows = rows.with(id);
        }
        return new Heads(rows);
    }

    /** The rows that the others lack, sorted: found at a cost of what differs where one is made from the other. */
    public List<RevisionId> minus(Heads others) {
        return shared().minus(others.shared());
    }

    /** Whether there is no row. */
    public boolean isEmpty() {
        return ids.isEmpty();
    }

    /** Whether the id is one of the rows. */
    public boolean contains(RevisionId id) {
        return shared().holds(id);
    }

    /** Returns the first ids and how many more there are, or {@code base}: for a sentence. */
    public String capped() {
        return isEmpty() ? "base" : CappedList.of(ids());
    }

    /** The ids with commas between, or {@code base} where there are none. */
    @Override
    public String toString() {
        return ids.isEmpty()
                ? "base"
                : String.join(", ", ids.stream().map(RevisionId::value).toList());
    }

    private SharedSorted<RevisionId> shared() {
        return SharedSorted.of(ids);
    }
}
