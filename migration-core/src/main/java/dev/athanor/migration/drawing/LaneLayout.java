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
 * Each revision in a row and a lane, newest first.
 *
 * <p>A lane leads to one revision; whatever else needs that revision joins it.
 * Needs outside the given revisions are not drawn.
 *
 * @param rows newest first
 * @param width how many columns there are
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
     * Lays out these revisions; where a lane has ended, those to the right of it move to the left.
     *
     * @param lanes how many lanes the rows tell of, counted from the left
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

    /** What a revision needs, down revisions first; what is both is a down revision. */
    static Map<RevisionId, Link> needs(RevisionGraph graph, RevisionId revision) {
        Map<RevisionId, Link> needs = new LinkedHashMap<>();
        graph.needs(revision, EdgeKind.DOWN_REVISIONS).forEach(need -> needs.put(need, Link.REVISES));
        graph.needs(revision, EdgeKind.ALL).forEach(need -> needs.putIfAbsent(need, Link.DEPENDS_ON));
        return needs;
    }
}
