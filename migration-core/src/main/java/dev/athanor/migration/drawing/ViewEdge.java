package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.RevisionId;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Represents the need of one revision of a view for another one.
 *
 * @param need the needed revision
 * @param revision the revision that needs it
 * @param link the reason
 */
record ViewEdge(RevisionId need, RevisionId revision, Link link) {

    /** Returns the edges in the order of the view, and of the needs as written. */
    static Stream<ViewEdge> of(GraphView view) {
        Set<RevisionId> members = new HashSet<>(view.revisions());
        return view.revisions().stream()
                .flatMap(revision -> LaneLayout.needs(view.graph(), revision).entrySet().stream()
                        .filter(need -> members.contains(need.getKey()))
                        .map(need -> new ViewEdge(need.getKey(), revision, need.getValue())));
    }
}
