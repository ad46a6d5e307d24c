package dev.athanor.migration.graph;

import java.util.BitSet;

/**
 * Holds the edges of one kind over all revisions, by revision number.
 *
 * @param targets for each revision the revisions that it points at, without repetition
 */
record AdjacencyLists(int[][] targets) {

    int size() {
        return targets.length;
    }

    int[] from(int revision) {
        return targets[revision];
    }

    int count(int revision) {
        return targets[revision].length;
    }

    /** Returns whether there are no edges. */
    boolean isEmpty() {
        for (int[] row : targets) {
            if (row.length > 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the same edges in the opposite direction, with each list in load order. */
    AdjacencyLists reversed() {
        int[] counts = new int[size()];
        for (int[] row : targets) {
            for (int target : row) {
                counts[target]++;
            }
        }
        int[][] sources = new int[size()][];
        for (int revision = 0; revision < size(); revision++) {
            sources[revision] = new int[counts[revision]];
        }
        int[] filled = new int[size()];
        for (int source = 0; source < size(); source++) {
            for (int target : targets[source]) {
                sources[target][filled[target]++] = source;
            }
        }
        return new AdjacencyLists(sources);
    }

    /**
     * Orders all revisions, each after the revisions that it points at.
     *
     * @param reversed the same edges in the opposite direction
     */
    int[] needsFirst(AdjacencyLists reversed) {
        int[] waiting = new int[size()];
        int[] order = new int[size()];
        int filled = 0;
        for (int revision = 0; revision < size(); revision++) {
            waiting[revision] = count(revision);
            if (waiting[revision] == 0) {
                order[filled++] = revision;
            }
        }
        for (int next = 0; next < filled; next++) {
            for (int source : reversed.from(order[next])) {
                if (--waiting[source] == 0) {
                    order[filled++] = source;
                }
            }
        }
        return order;
    }

    /** Returns the revisions that have no outgoing edge. */
    BitSet ends() {
        BitSet ends = new BitSet(size());
        for (int revision = 0; revision < size(); revision++) {
            ends.set(revision, count(revision) == 0);
        }
        return ends;
    }

    /** Returns every revision that can be reached from the start, including the start. */
    BitSet reach(BitSet start) {
        BitSet reached = new BitSet(size());
        IntStack open = new IntStack();
        reached.or(start);
        start.stream().forEach(open::push);
        while (!open.isEmpty()) {
            for (int target : from(open.pop())) {
                if (!reached.get(target)) {
                    reached.set(target);
                    open.push(target);
                }
            }
        }
        return reached;
    }

    BitSet reach(int start) {
        BitSet single = new BitSet(size());
        single.set(start);
        return reach(single);
    }
}
