package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * What is to be drawn.
 *
 * @param graph the graph that decides what is a head, a branch point or a merge point
 * @param revisions which of its revisions are drawn, newest first whatever their order here
 * @param marks what the database adds
 * @param messages the message of each revision, of which the first line is shown
 */
public record GraphView(
        RevisionGraph graph, List<RevisionId> revisions, Marks marks, Function<RevisionId, String> messages) {

    public GraphView {
        revisions = graph.newestFirst(revisions);
    }

    /** All revisions, no database asked. */
    public static GraphView of(RevisionGraph graph, Function<RevisionId, String> messages) {
        return new GraphView(graph, graph.history(), Marks.NONE, messages);
    }

    /** The same, with what a database adds. */
    public GraphView with(Marks others) {
        return new GraphView(graph, revisions, others, messages);
    }

    /** The same, of these revisions only. */
    public GraphView only(Collection<RevisionId> some) {
        return new GraphView(graph, List.copyOf(some), marks, messages);
    }
}
