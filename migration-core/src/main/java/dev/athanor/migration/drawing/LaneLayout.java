package dev.athanor.migration.drawing;

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
 * <p>A lane leads to one revision and keeps its column until there; whatever else needs that revision joins it.
 * Needs outside the given revisions are not drawn.
 *
 * @param rows newest first
 * @param width how many columns there are
 */
public record LaneLayout(List<LaneRow> rows, int width) {

    public LaneLayout {
        rows = List.copyOf(rows);
    }

    /** Lays out these revisions of the graph. */
    public static LaneLayout of(RevisionGraph graph, Collection<RevisionId> revisions) {
        Set<RevisionId> members = new HashSet<>(revisions);
        LaneAssignment lanes = new LaneAssignment();
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
