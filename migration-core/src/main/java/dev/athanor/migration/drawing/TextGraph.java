package dev.athanor.migration.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Draws the graph as text, one line per revision, newest first; the revisions that a revision needs are below it.
 *
 * @param glyphs the characters
 * @param style the colours
 * @param width the maximum length of a line
 */
public record TextGraph(Glyphs glyphs, Style style, int width) {

    /** Defines the minimum width; a narrower terminal wraps the lines itself. */
    public static final int LEAST_WIDTH = 40;

    /** Draws in ASCII, without colours and without a maximum width. */
    public static final TextGraph PLAIN = new TextGraph(Glyphs.ASCII, Style.PLAIN);

    private static final int ROOM_FOR_AN_ID = 36;

    public TextGraph {
        width = Math.max(LEAST_WIDTH, width);
    }

    /** Creates a drawing without a maximum width. */
    public TextGraph(Glyphs glyphs, Style style) {
        this(glyphs, style, Integer.MAX_VALUE);
    }

    /** Returns the lines, without line ends; a legend below the drawing explains its signs. */
    public List<String> lines(GraphView view) {
        int drawn = Math.min(width / 4, (width - ROOM_FOR_AN_ID) / 2);
        LaneLayout layout = LaneLayout.closingUp(view.graph(), view.revisions(), drawn + 1);
        List<LaneRow> rows = layout.rows();
        Nodes nodes = Nodes.of(view);
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            LaneRow row = rows.get(index);
            lines.add(line(row, nodes.node(row.revision()), drawn));
            boolean last = index + 1 == rows.size();
            boolean gap = !last && seemsToHang(rows.get(index + 1), row);
            EdgeLines.below(glyphs, row, gap, drawn).stream().map(this::edges).forEach(lines::add);
        }
        lines.addAll(new Legend(glyphs, width).lines(layout, drawn));
        return lines;
    }

    /** Returns whether the next revision is straight below the row's revision without being its down revision. */
    private static boolean seemsToHang(LaneRow next, LaneRow row) {
        Optional<Link> straight = row.straight().map(LaneEdge::link);
        return next.lane() == row.lane()
                && straight.filter(link -> link == Link.REVISES).isEmpty();
    }

    private String line(LaneRow row, Node node, int drawn) {
        TextLine lanes = new TextLine(drawn, glyphs.folded());
        row.passing()
                .forEach(lane ->
                        lanes.lane(lane.column(), glyphs.stroke(lane.link()).down()));
        String filled = lanes.filled(2 * Math.min(row.width(), drawn + 1));
        int place = 2 * Math.min(row.lane(), drawn);
        return edges(filled.substring(0, place))
                + style.node(String.valueOf(glyphs.node()), node.marks())
                + edges(filled.substring(place + 1))
                + words(node, new Room(width - filled.length()));
    }

    private String words(Node node, Room room) {
        List<String> words = new ArrayList<>();
        room.put(node.id().value(), text -> style.id(text, node.marks()), words);
        node.marks().forEach(mark -> room.put(Node.words(mark), text -> style.mark(text, mark), words));
        node.bracketed().forEach(labels -> room.put(labels, style::labels, words));
        if (!node.message().isEmpty()) {
            room.put(node.message(), style::message, words);
        }
        return String.join(" ", words);
    }

    private String edges(String text) {
        return text.isBlank() ? text : style.edges(text);
    }

    /** Keeps the remaining width of a line. The first words that do not fit are cut, and nothing follows them. */
    private static final class Room {

        private static final String CUT = "...";

        private int left;

        Room(int left) {
            this.left = left + 1;
        }

        void put(String text, UnaryOperator<String> styled, List<String> words) {
            int room = left - 1;
            if (Cells.of(text) <= room) {
                words.add(styled.apply(text));
                left = room - Cells.of(text);
            } else {
                if (room > CUT.length()) {
                    words.add(
                            styled.apply(Cells.first(text, room - CUT.length()).stripTrailing() + CUT));
                }
                left = 0;
            }
        }
    }
}
