package dev.athanor.migration.graph;

import dev.athanor.migration.error.CappedList;
import java.util.Collection;
import java.util.List;

/**
 * Holds the rows of the version table, sorted by id. No listed revision is required by another listed one.
 *
 * @param ids the ids, sorted and without repetition; may contain ids that the graph does not know
 * @since 0.1.0
 */
public record CurrentHeads(List<RevisionId> ids) {

    /** Holds no rows: nothing is applied. */
    public static final CurrentHeads NONE = new CurrentHeads(List.of());

    public CurrentHeads {
        ids = SharedSorted.of(ids);
    }

    /** Creates the rows from any collection of ids. */
    public static CurrentHeads of(Collection<RevisionId> ids) {
        return new CurrentHeads(SharedSorted.of(ids));
    }

    /** Returns the rows without the ids in {@code gone} and with the ids in {@code come}. */
    public CurrentHeads replace(Collection<RevisionId> gone, Collection<RevisionId> come) {
        SharedSorted<RevisionId> rows = shared();
        for (RevisionId id : gone) {
            rows = rows.without(id);
        }
        for (RevisionId id : come) {
            rows = rows.with(id);
        }
        return new CurrentHeads(rows);
    }

    /**
     * Returns the rows that {@code others} does not contain, sorted. The cost depends on the difference only, if one
     * was made from the other.
     */
    public List<RevisionId> minus(CurrentHeads others) {
        return shared().minus(others.shared());
    }

    /** Returns whether there is no row. */
    public boolean isEmpty() {
        return ids.isEmpty();
    }

    /** Returns whether the id is one of the rows. */
    public boolean contains(RevisionId id) {
        return shared().holds(id);
    }

    /** Returns the first ids and the number of the remaining ones, or {@code base}, for use in a sentence. */
    public String capped() {
        return isEmpty() ? "base" : CappedList.of(ids());
    }

    /** Returns the ids separated by commas, or {@code base} if there are none. */
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
