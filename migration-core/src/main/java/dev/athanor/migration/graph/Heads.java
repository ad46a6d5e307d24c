package dev.athanor.migration.graph;

import dev.athanor.migration.error.CappedList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
        ids = isSorted(ids)
                ? List.copyOf(ids)
                : ids.stream().distinct().sorted().toList();
    }

    /** The same rows from any collection. */
    public static Heads of(Collection<RevisionId> ids) {
        return new Heads(List.copyOf(ids));
    }

    /** The rows with some taken out and others put in. */
    public Heads replace(Collection<RevisionId> gone, Collection<RevisionId> come) {
        List<RevisionId> rows = new ArrayList<>(ids);
        for (RevisionId id : gone) {
            int place = Collections.binarySearch(rows, id);
            if (place >= 0) {
                rows.remove(place);
            }
        }
        for (RevisionId id : come) {
            int place = Collections.binarySearch(rows, id);
            if (place < 0) {
                rows.add(-place - 1, id);
            }
        }
        return new Heads(rows);
    }

    /** Whether there is no row. */
    public boolean isEmpty() {
        return ids.isEmpty();
    }

    /** Whether the id is one of the rows. */
    public boolean contains(RevisionId id) {
        return Collections.binarySearch(ids, id) >= 0;
    }

    private static boolean isSorted(List<RevisionId> ids) {
        for (int next = 1; next < ids.size(); next++) {
            if (ids.get(next - 1).compareTo(ids.get(next)) >= 0) {
                return false;
            }
        }
        return true;
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
}
