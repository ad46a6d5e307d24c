package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * One revision and what runs beside it.
 *
 * @param revision the revision
 * @param lane its column
 * @param above the line that ends here, coming straight down; empty for a tip
 * @param passing the lanes that run past it, from left to right
 * @param edges to what it needs, in the order written, down revisions first
 * @param closesUp whether the lanes to the right of the revision go on one column to the left, where its own has ended
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

    /** The edge that goes on in the revision's own lane. */
    public Optional<LaneEdge> straight() {
        return edges.stream().filter(LaneEdge::isStraight).findFirst();
    }

    /** Whether a lane in this column runs past the revision. */
    boolean passes(int column) {
        return passing.stream().anyMatch(other -> other.column() == column);
    }

    /** How many columns the row and the edges below it need. */
    int width() {
        int lanes = passing.isEmpty() ? 0 : passing.get(passing.size() - 1).column();
        int turns = edges.stream().mapToInt(LaneEdge::to).max().orElse(0);
        return 1 + Math.max(lane, Math.max(lanes, turns));
    }
}
