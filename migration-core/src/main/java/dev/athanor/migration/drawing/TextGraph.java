package dev.athanor.migration.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The graph as text, a line a revision, newest first; what a revision needs is below it.
 *
 * @param glyphs its characters
 * @param style its colours
 */
public record TextGraph(Glyphs glyphs, Style style) {

    /** In ASCII, without colours. */
    public static final TextGraph PLAIN = new TextGraph(Glyphs.ASCII, Style.PLAIN);

    /** The lines, without line ends. */
    public List<String> lines(GraphView view) {
        List<LaneRow> rows = LaneLayout.of(view.graph(), view.revisions()).rows();
        Nodes nodes = Nodes.of(view);
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            LaneRow row = rows.get(index);
            lines.add(line(row, nodes.node(row.revision())));
            boolean last = index + 1 == rows.size();
            boolean gap = !last && seemsToHang(rows.get(index + 1), row);
            EdgeLines.below(glyphs, row, gap).stream().map(this::edges).forEach(lines::add);
        }
        return lines;
    }

    /** Straight below, and no down revision. */
    private static boolean seemsToHang(LaneRow next, LaneRow row) {
        Optional<Link> straight = row.straight().map(LaneEdge::link);
        return next.lane() == row.lane()
                && straight.filter(link -> link == Link.REVISES).isEmpty();
    }

    private String line(LaneRow row, Node node) {
        TextLine lanes = new TextLine();
        row.passing()
                .forEach(lane ->
                        lanes.lane(lane.column(), glyphs.stroke(lane.link()).down()));
        String drawn = lanes.filled(2 * row.width());
        return edges(drawn.substring(0, 2 * row.lane()))
                + style.node(String.valueOf(glyphs.node()), node.marks())
                + edges(drawn.substring(2 * row.lane() + 1))
                + words(node);
    }

    private String words(Node node) {
        StringJoiner words = new StringJoiner(" ");
        words.add(style.id(node.id().value(), node.marks()));
        node.marks().forEach(mark -> words.add(style.mark(Node.words(mark), mark)));
        node.bracketed().map(style::labels).forEach(words::add);
        if (!node.message().isEmpty()) {
            words.add(style.message(node.message()));
        }
        return words.toString();
    }

    private String edges(String text) {
        return text.isBlank() ? text : style.edges(text);
    }
}
