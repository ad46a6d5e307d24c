package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Draws the graph as a Mermaid flowchart. Arrows point in the direction of an upgrade; those of dependencies are
 * dotted.
 */
public final class MermaidGraph {

    /**
     * Matches the ASCII characters, except plain words and the joints inside them, that Mermaid could read as its own
     * syntax or as Markdown.
     */
    private static final Pattern UNSAFE =
            Pattern.compile("(?<![a-zA-Z0-9])[-_.]|[-_.](?![a-zA-Z0-9])|[\\x00-\\x7F&&[^a-zA-Z0-9 ,'()/_.-]]");

    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^a-zA-Z0-9]");

    /** Returns the lines, without line ends. */
    public List<String> lines(GraphView view) {
        List<Node> nodes = Nodes.of(view).all().toList();
        List<String> lines = new ArrayList<>(List.of("flowchart BT"));
        nodes.stream().map(MermaidGraph::node).forEach(lines::add);
        ViewEdge.of(view).map(MermaidGraph::edge).forEach(lines::add);
        for (Mark mark : Mark.values()) {
            lines.addAll(classes(mark, nodes));
        }
        return lines;
    }

    private static String node(Node node) {
        String message = node.message().isEmpty() ? "" : "<br/>" + escaped(node.message());
        return "  " + name(node.id()) + "[\"" + escaped(node.title()) + message + "\"]";
    }

    private static String edge(ViewEdge edge) {
        String arrow = edge.link() == Link.REVISES ? " --> " : " -.-> ";
        return "  " + name(edge.need()) + arrow + name(edge.revision());
    }

    private static List<String> classes(Mark mark, List<Node> nodes) {
        List<String> marked = nodes.stream()
                .filter(node -> node.marks().contains(mark))
                .map(node -> name(node.id()))
                .toList();
        return marked.isEmpty()
                ? List.of()
                : List.of(
                        "  classDef " + mark.styleClass() + " " + look(mark),
                        "  class " + String.join(",", marked) + " " + mark.styleClass());
    }

    private static String look(Mark mark) {
        return switch (mark) {
            case CURRENT -> "stroke-width:3px";
            case PENDING -> "stroke-dasharray:5 5";
            case HEAD, EFFECTIVE_HEAD -> "font-weight:bold";
            case BRANCHPOINT, MERGEPOINT -> "font-style:italic";
        };
    }

    /**
     * Returns a node name that cannot be one of Mermaid's keywords, such as {@code end}, and contains only legal
     * characters.
     */
    private static String name(RevisionId id) {
        return "rev_"
                + NOT_IN_NAMES.matcher(id.value()).replaceAll(match -> "_%x_"
                        .formatted(match.group().codePointAt(0)));
    }

    private static String escaped(String text) {
        return UNSAFE.matcher(text)
                .replaceAll(match -> "#%d;".formatted(match.group().codePointAt(0)));
    }
}
