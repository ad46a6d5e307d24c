package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Determines the text that is shown at each revision of a view. */
record Nodes(GraphView view, Map<Mark, Set<RevisionId>> marked) {

    static Nodes of(GraphView view) {
        RevisionGraph graph = view.graph();
        Set<RevisionId> heads = Set.copyOf(graph.realHeads());
        Map<Mark, Set<RevisionId>> marked = new EnumMap<>(Mark.class);
        marked.put(Mark.HEAD, heads);
        marked.put(Mark.EFFECTIVE_HEAD, without(graph.heads(), heads));
        marked.put(Mark.CURRENT, view.marks().current());
        marked.put(Mark.BRANCHPOINT, Set.copyOf(graph.branchPoints()));
        marked.put(Mark.MERGEPOINT, Set.copyOf(graph.mergePoints()));
        view.marks().applied().ifPresent(applied -> marked.put(Mark.PENDING, without(view.revisions(), applied)));
        return new Nodes(view, marked);
    }

    private static Set<RevisionId> without(Collection<RevisionId> some, Set<RevisionId> others) {
        Set<RevisionId> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    /** Returns the nodes in the order of the view. */
    Stream<Node> all() {
        return view.revisions().stream().map(this::node);
    }

    Node node(RevisionId id) {
        List<String> labels = view.graph().find(id).map(Revision::branchLabels).orElse(List.of());
        return new Node(id, marks(id), labels, FirstLine.of(view.messages().apply(id)));
    }

    private List<Mark> marks(RevisionId id) {
        return marked.keySet().stream()
                .filter(mark -> marked.getOrDefault(mark, Set.of()).contains(id))
                .toList();
    }
}
