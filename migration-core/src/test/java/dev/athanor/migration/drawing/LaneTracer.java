package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.RevisionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows the lanes of a layout down from each revision. */
record LaneTracer(List<LaneRow> rows) {

    /** Returns the revisions at which the edges of this row really end. */
    Map<RevisionId, Link> ends(int row) {
        Map<RevisionId, Link> ends = new HashMap<>();
        rows.get(row).edges().forEach(edge -> ends.put(follow(row + 1, edge.to()), edge.link()));
        return ends;
    }

    private RevisionId follow(int start, int column) {
        int row = start;
        while (rows.get(row).lane() != column) {
            if (!rows.get(row).passes(column)) {
                throw new AssertionError("lane " + column + " breaks off at " + rows.get(row));
            }
            row++;
        }
        return rows.get(row).revision();
    }
}
