package dev.athanor.migration.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Draws the graph in Graphviz's language. Arrows point in the direction of an upgrade; those of dependencies are
 * dashed.
 */
public final class DotGraph {

    private static final String EDGE = "  %s -> %s%s";

    /** Returns the lines, without line ends. */
    public List<String> lines(GraphView view) {
        List<String> lines = new ArrayList<>(List.of(
                "digraph revisions {", "  rankdir=BT", "  node [shape=box, style=rounded, fontname=\"monospace\"]"));
        Nodes.of(view).all().map(DotGraph::node).forEach(lines::add);
        ViewEdge.of(view).map(DotGraph::edge).forEach(lines::add);
        lines.add("}");
        return lines;
    }

    private static String node(Node node) {
        String message = node.message().isEmpty() ? "" : "\\n" + escaped(node.message());
        return "  " + quoted(node.id().value()) + " [label=" + quoted(escaped(node.title()) + message) + look(node)
                + "]";
    }

    private static String edge(ViewEdge edge) {
        String style = edge.link() == Link.REVISES ? "" : " [style=dashed]";
        return EDGE.formatted(
                quoted(edge.need().value()), quoted(edge.revision().value()), style);
    }

    private static String look(Node node) {
        String classes = node.marks().stream().map(Mark::styleClass).collect(Collectors.joining(" "));
        return (classes.isEmpty() ? "" : ", class=" + quoted(classes))
                + (node.marks().contains(Mark.CURRENT) ? ", penwidth=2" : "")
                + (node.marks().contains(Mark.PENDING) ? ", style=\"rounded,dashed\"" : "");
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    /**
     * Escapes quotation marks, backslashes, which Graphviz reads as its own escapes, and ampersands, which it reads as
     * HTML entities.
     */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "&amp;");
    }
}
