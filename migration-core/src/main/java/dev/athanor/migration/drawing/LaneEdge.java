package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.RevisionId;

/**
 * From a revision to the lane that leads down to what it needs.
 *
 * @param from the revision's lane
 * @param to the lane of the need, below the row: the same, a new one, or one that passes by
 * @param target the need
 * @param link why it is needed
 */
public record LaneEdge(int from, int to, RevisionId target, Link link) {

    /** Whether it goes on in the revision's own lane. */
    public boolean isStraight() {
        return from == to;
    }

    int distance() {
        return Math.abs(to - from);
    }
}
