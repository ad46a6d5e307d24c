package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Draws the lanes of some rows as SVG, to be placed next to their texts. All rows have the same height, newest first.
 *
 * <p>The SVG contains numbers and style classes only, and no text from scripts or databases.
 *
 * @param rowHeight the height of a row in pixels
 * @param laneWidth the width of a lane in pixels
 */
public record SvgLanes(int rowHeight, int laneWidth) {

    private static final int RADIUS = 5;
    private static final int COLORS = 6;

    /** Defines how a revision looks; the shapes can be told apart without colours. */
    public enum Shape {
        /** Draws a filled circle. */
        DOT,
        /** Draws a filled circle with a ring around it. */
        RING,
        /** Draws a circle that is not filled. */
        HOLLOW,
        /** Draws a circle that is not filled, with a dot that may pulse. */
        TARGET,
        /** Draws a crossed out circle. */
        CROSS,
        /** Draws a square that stands on its corner. */
        DIAMOND
    }

    /** Holds the class of a line, and the path along which it is drawn. */
    private record Stroke(String styleClass, String path) {}

    /**
     * Returns the SVG of the rows from one index of the layout up to another.
     *
     * @param layout the layout of all rows, so that lanes keep their columns
     * @param to the index after the last row
     */
    public List<String> lines(LaneLayout layout, int from, int to, Function<RevisionId, Shape> shapes) {
        int width = Math.max(1, layout.width()) * laneWidth;
        int height = (to - from) * rowHeight;
        List<String> lines = new ArrayList<>();
        lines.add("<svg class=\"lanes\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\">"
                .formatted(width, height, width, height));
        lines.addAll(paths(layout.rows().subList(from, to)));
        for (int index = from; index < to; index++) {
            LaneRow row = layout.rows().get(index);
            lines.add(node(shapes.apply(row.revision()), row.lane(), (index - from) * rowHeight + rowHeight / 2));
        }
        lines.add("</svg>");
        return lines;
    }

    /** Returns one path for each kind of line, however many rows there are. */
    private List<String> paths(List<LaneRow> rows) {
        Map<String, StringBuilder> byClass = new TreeMap<>();
        for (int index = 0; index < rows.size(); index++) {
            strokes(rows.get(index), index * rowHeight)
                    .forEach(stroke -> byClass.computeIfAbsent(stroke.styleClass(), name -> new StringBuilder())
                            .append(stroke.path()));
        }
        return byClass.entrySet().stream()
                .map(entry -> "<path class=\"%s\" d=\"%s\"/>".formatted(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Stroke> strokes(LaneRow row, int top) {
        List<Stroke> strokes = new ArrayList<>();
        int middle = top + rowHeight / 2;
        row.passing().forEach(lane -> strokes.add(straight(lane.link(), lane.column(), top, top + rowHeight)));
        row.above().ifPresent(link -> strokes.add(straight(link, row.lane(), top, middle)));
        row.edges().forEach(edge -> strokes.add(edge(edge, middle, top + rowHeight)));
        return strokes;
    }

    private Stroke straight(Link link, int column, int top, int bottom) {
        return new Stroke(styleClass(link, column), "M%d %dV%d".formatted(x(column), top, bottom));
    }

    private Stroke edge(LaneEdge edge, int top, int bottom) {
        if (edge.isStraight()) {
            return straight(edge.link(), edge.from(), top, bottom);
        }
        int from = x(edge.from());
        int to = x(edge.to());
        String curve = "M%d %dC%d %d %d %d %d %d".formatted(from, top, from, bottom, to, top, to, bottom);
        return new Stroke(styleClass(edge.link(), Math.max(edge.from(), edge.to())), curve);
    }

    private static String styleClass(Link link, int column) {
        return (link == Link.REVISES ? "revises" : "depends") + " lane-" + column % COLORS;
    }

    private int x(int column) {
        return column * laneWidth + laneWidth / 2;
    }

    private String node(Shape shape, int column, int y) {
        int x = x(column);
        String styleClass = shape.name().toLowerCase(Locale.ROOT) + " lane-" + column % COLORS;
        return "<g class=\"%s\">".formatted(styleClass) + inside(shape, x, y) + "</g>";
    }

    private static String inside(Shape shape, int x, int y) {
        return switch (shape) {
            case DOT, HOLLOW -> circle(x, y, RADIUS);
            case RING -> circle(x, y, RADIUS + 3) + circle(x, y, RADIUS - 1);
            case TARGET -> circle(x, y, RADIUS + 2) + circle(x, y, RADIUS - 2);
            case CROSS -> circle(x, y, RADIUS + 2) + "<path d=\"M%d %dl6 6m0 -6l-6 6\"/>".formatted(x - 3, y - 3);
            case DIAMOND -> "<path d=\"M%d %dl7 7l-7 7l-7 -7z\"/>".formatted(x, y - 7);
        };
    }

    private static String circle(int x, int y, int radius) {
        return "<circle cx=\"%d\" cy=\"%d\" r=\"%d\"/>".formatted(x, y, radius);
    }
}
