package dev.athanor.migration.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Draws the lines of text between a revision and the next one.
 *
 * <p>An edge to the next column takes one line. A longer edge slopes, runs along the bottom of that line behind the
 * lanes in its way, and slopes into its own lane on a second line.
 */
final class EdgeLines {

    private final Glyphs glyphs;
    private final int drawn;
    private final LaneRow row;
    private final @Nullable Link[] lanes;
    private final List<TextLine> lines = new ArrayList<>();

    private EdgeLines(Glyphs glyphs, LaneRow row, int drawn) {
        this.glyphs = glyphs;
        this.drawn = drawn;
        this.row = row;
        this.lanes = new Link[Math.min(row.width(), drawn + 1)];
        row.passing().forEach(lane -> lanes[lane.column()] = lane.link());
        row.straight().ifPresent(this::arrive);
    }

    /**
     * Returns the lines below the row, with an additional line if the next revision would otherwise seem to be
     * connected to this one.
     *
     * @param lanes the number of lanes that are drawn
     */
    static List<String> below(Glyphs glyphs, LaneRow row, boolean gap, int lanes) {
        EdgeLines edges = new EdgeLines(glyphs, row, lanes);
        edges.turn(Turn.stages(row));
        if (row.closesUp()) {
            edges.closeUp();
        }
        if (gap && edges.lines.isEmpty()) {
            edges.lines.add(edges.line(Optional.empty()));
        }
        return edges.lines.stream().map(TextLine::toString).toList();
    }

    /**
     * Moves the lanes on the right to the left, on the line of the last edge if all edges turn left, or else on a line
     * of their own.
     */
    private void closeUp() {
        boolean beside = !lines.isEmpty() && row.edges().stream().allMatch(Side.LEFT::has);
        TextLine line = beside ? lines.get(lines.size() - 1) : line(Optional.empty());
        for (int column = row.lane() + 1; column < lanes.length; column++) {
            Link link = lanes[column];
            if (link != null) {
                line.slope(column, glyphs.stroke(link).slope(Side.LEFT));
            }
        }
        if (!beside) {
            lines.add(line);
        }
    }

    private void turn(List<List<Turn>> stages) {
        for (int stage = 0; stage < stages.size(); stage++) {
            Optional<Link> held = stages.stream()
                    .skip(stage + 1)
                    .map(later -> later.get(0).link())
                    .findFirst();
            turn(stages.get(stage), held);
        }
    }

    private void turn(List<Turn> turns, Optional<Link> held) {
        TextLine upper = line(held);
        turns.forEach(turn -> leave(upper, turn));
        lines.add(upper);
        turns.forEach(turn -> turn.near().forEach(this::arrive));
        if (turns.stream().anyMatch(turn -> turn.reach() > 1)) {
            TextLine lower = line(held);
            turns.forEach(turn -> land(lower, turn));
            lines.add(lower);
            turns.forEach(turn -> turn.far().forEach(this::arrive));
        }
    }

    private void leave(TextLine line, Turn turn) {
        int step = turn.side().step();
        int start = 2 * row.lane();
        slope(line, turn, start + step);
        for (int away = 2; away <= 2 * turn.reach() - 2; away++) {
            line.putUnder(start + step * away, glyphs.stroke(turn.link()).across());
        }
    }

    private void land(TextLine line, Turn turn) {
        turn.far().forEach(edge -> slope(line, turn, 2 * edge.to() - turn.side().step()));
    }

    private void slope(TextLine line, Turn turn, int place) {
        line.put(place, glyphs.stroke(turn.link()).slope(turn.side()));
    }

    /**
     * Returns a line with the lanes in their current state.
     *
     * @param held the link that has not yet left the revision's own lane
     */
    private TextLine line(Optional<Link> held) {
        TextLine line = new TextLine(drawn, glyphs.folded());
        held.ifPresent(link -> line.lane(row.lane(), glyphs.stroke(link).down()));
        for (int column = 0; column < lanes.length; column++) {
            Link link = lanes[column];
            if (link != null) {
                line.lane(column, glyphs.stroke(link).down());
            }
        }
        return line;
    }

    private void arrive(LaneEdge edge) {
        int to = Math.min(edge.to(), drawn);
        Link there = lanes[to];
        lanes[to] = there == null ? edge.link() : there.and(edge.link());
    }
}
