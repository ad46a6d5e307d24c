package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * Represents one revision and the lanes beside it.
 *
 * @param revision the revision
 * @param lane the column of the revision
 * @param above the line that ends at the revision, coming straight down; empty for a tip
 * @param passing the lanes that run past the revision, from left to right
 * @param edges the edges to the needed revisions, in the order written, down revisions first
 * @param closesUp whether the revision's lane ends and the lanes to the right of it move one column to the left
 */
public record LaneRow(
        RevisionId revision,
        int lane,
        Optional<Link> above,
        List<Lane> passing,
        List<LaneEdge> edges,
        boolean closesUp) {

    public LaneRow {
        passing = List.copyOf(passing);
        edges = List.copyOf(edges);
    }

    /** Returns the edge that continues in the revision's own lane, if there is one. */
    public Optional<LaneEdge> straight() {
        return edges.stream().filter(LaneEdge::isStraight).findFirst();
    }

    /** Returns whether a lane in this column runs past the revision. */
    boolean passes(int column) {
        return passing.stream().anyMatch(other -> other.column() == column);
    }

    /** Returns how many columns the row and the edges below it need. */
    int width() {
        int lanes = passing.isEmpty() ? 0 : passing.get(passing.size() - 1).column();
        int turns = edges.stream().mapToInt(LaneEdge::to).max().orElse(0);
        return 1 + Math.max(lane, Math.max(lanes, turns));
    }
}
