package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.RevisionId;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One revision of a view needs another one of it.
 *
 * @param need what is needed
 * @param revision what needs it
 * @param link why
 */
record ViewEdge(RevisionId need, RevisionId revision, Link link) {

    /** In the order of the view, and of the needs as written. */
    static Stream<ViewEdge> of(GraphView view) {
        Set<RevisionId> members = new HashSet<>(view.revisions());
        return view.revisions().stream()
                .flatMap(revision -> LaneLayout.needs(view.graph(), revision).entrySet().stream()
                        .filter(need -> members.contains(need.getKey()))
                        .map(need -> new ViewEdge(need.getKey(), revision, need.getValue())));
    }
}
