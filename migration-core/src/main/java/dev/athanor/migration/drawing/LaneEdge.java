package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.RevisionId;

/**
 * Represents an edge from a revision to the lane that leads down to a needed revision.
 *
 * @param from the revision's lane
 * @param to the lane of the needed revision below the row: the revision's own, a new one, or one that passes by
 * @param target the needed revision
 * @param link the reason why it is needed
 */
public record LaneEdge(int from, int to, RevisionId target, Link link) {

    /** Returns whether the edge continues in the revision's own lane. */
    public boolean isStraight() {
        return from == to;
    }

    int distance() {
        return Math.abs(to - from);
    }
}
