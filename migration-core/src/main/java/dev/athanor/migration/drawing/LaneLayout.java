package dev.athanor.migration.drawing;

import dev.athanor.migration.drawing.LaneAssignment.Gaps;
import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Assigns a row and a lane to each revision, newest first.
 *
 * <p>A lane leads to one revision, and every other edge to that revision joins it. Edges to revisions outside of the
 * given ones are not drawn.
 *
 * @param rows the rows, newest first
 * @param width the number of columns
 */
public record LaneLayout(List<LaneRow> rows, int width) {

    public LaneLayout {
        rows = List.copyOf(rows);
    }

    /** Lays out these revisions of the graph; every lane keeps its column. */
    public static LaneLayout of(RevisionGraph graph, Collection<RevisionId> revisions) {
        return of(graph, revisions, new LaneAssignment(Gaps.STAY, Integer.MAX_VALUE));
    }

    /**
     * Lays out these revisions; if a lane ends, the lanes to the right of it move to the left.
     *
     * @param lanes the number of lanes that the rows describe, counted from the left
     */
    static LaneLayout closingUp(RevisionGraph graph, Collection<RevisionId> revisions, int lanes) {
        return of(graph, revisions, new LaneAssignment(Gaps.CLOSE_UP, lanes));
    }

    private static LaneLayout of(RevisionGraph graph, Collection<RevisionId> revisions, LaneAssignment lanes) {
        Set<RevisionId> members = new HashSet<>(revisions);
        List<LaneRow> rows = new ArrayList<>(members.size());
        for (RevisionId revision : graph.newestFirst(members)) {
            Map<RevisionId, Link> needs = needs(graph, revision);
            needs.keySet().retainAll(members);
            rows.add(lanes.place(revision, needs));
        }
        return new LaneLayout(rows, lanes.width());
    }

    /**
     * Returns the revisions that a revision needs, down revisions first; a revision that is needed in both ways counts
     * as a down revision.
     */
    static Map<RevisionId, Link> needs(RevisionGraph graph, RevisionId revision) {
        Map<RevisionId, Link> needs = new LinkedHashMap<>();
        graph.needs(revision, EdgeKind.DOWN_REVISIONS).forEach(need -> needs.put(need, Link.REVISES));
        graph.needs(revision, EdgeKind.ALL).forEach(need -> needs.putIfAbsent(need, Link.DEPENDS_ON));
        return needs;
    }
}
