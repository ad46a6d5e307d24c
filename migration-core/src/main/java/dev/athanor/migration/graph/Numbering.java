package dev.athanor.migration.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Numbers the revisions by their place in the load order, without repeated ids. */
final class Numbering {

    private final List<Revision> revisions;
    private final Map<RevisionId, Integer> numbers = new HashMap<>();

    /** Creates the numbering; of several revisions with the same id, the first one counts. */
    Numbering(List<Revision> inLoadOrder) {
        List<Revision> distinct = new ArrayList<>(inLoadOrder.size());
        for (Revision revision : inLoadOrder) {
            if (numbers.putIfAbsent(revision.id(), distinct.size()) == null) {
                distinct.add(revision);
            }
        }
        revisions = Collections.unmodifiableList(distinct);
    }

    List<Revision> revisions() {
        return revisions;
    }

    int size() {
        return revisions.size();
    }

    boolean contains(RevisionId id) {
        return numbers.containsKey(id);
    }

    /** Returns the number of the id, or -1 if the graph does not contain it. */
    int find(RevisionId id) {
        return numbers.getOrDefault(id, -1);
    }

    int number(RevisionId id) {
        int number = find(id);
        if (number < 0) {
            throw new IllegalArgumentException("Not in the graph: " + id);
        }
        return number;
    }

    RevisionId id(int number) {
        return revisions.get(number).id();
    }

    BitSet numbers(Collection<RevisionId> ids) {
        BitSet set = new BitSet(size());
        ids.forEach(id -> set.set(number(id)));
        return set;
    }

    List<RevisionId> ids(IntStream numbers) {
        return numbers.mapToObj(this::id).toList();
    }

    List<RevisionId> ids(BitSet numbers) {
        return ids(numbers.stream());
    }

    /** Returns the ids as a set that keeps the load order. */
    Set<RevisionId> idSet(BitSet numbers) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(ids(numbers)));
    }
}
