package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Describes what to draw.
 *
 * @param graph the graph that determines heads, branch points and merge points
 * @param revisions the revisions to draw; they are sorted newest first
 * @param marks the information from the database
 * @param messages the message of each revision, of which the first line is shown
 */
public record GraphView(
        RevisionGraph graph, List<RevisionId> revisions, Marks marks, Function<RevisionId, String> messages) {

    public GraphView {
        revisions = graph.newestFirst(revisions);
    }

    /** Creates a view of all revisions, without information from a database. */
    public static GraphView of(RevisionGraph graph, Function<RevisionId, String> messages) {
        return new GraphView(graph, graph.history(), Marks.NONE, messages);
    }

    /** Returns the same view with information from a database. */
    public GraphView with(Marks others) {
        return new GraphView(graph, revisions, others, messages);
    }

    /** Returns the same view of these revisions only. */
    public GraphView only(Collection<RevisionId> some) {
        return new GraphView(graph, List.copyOf(some), marks, messages);
    }
}
