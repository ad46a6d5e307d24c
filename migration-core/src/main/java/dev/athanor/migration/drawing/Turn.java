package dev.athanor.migration.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Represents edges that leave a revision together on one side.
 *
 * @param side the side
 * @param link the kind of all edges
 * @param edges the edges, at least one
 */
record Turn(Side side, Link link, List<LaneEdge> edges) {

    /**
     * Returns the stages from the revision downwards, each with the turns that are drawn together, at most one on each
     * side.
     */
    static List<List<Turn>> stages(LaneRow row) {
        List<List<Turn>> stages = new ArrayList<>();
        for (Side side : Side.values()) {
            List<Turn> turns = of(row, side);
            for (int stage = 0; stage < turns.size(); stage++) {
                if (stage == stages.size()) {
                    stages.add(new ArrayList<>());
                }
                stages.get(stage).add(turns.get(stage));
            }
        }
        return stages;
    }

    private static List<Turn> of(LaneRow row, Side side) {
        List<Turn> turns = new ArrayList<>();
        for (Link link : Link.values()) {
            List<LaneEdge> edges = row.edges().stream()
                    .filter(edge -> side.has(edge) && edge.link() == link)
                    .toList();
            split(row, edges).filter(part -> !part.isEmpty()).forEach(part -> turns.add(new Turn(side, link, part)));
        }
        return turns;
    }

    /**
     * Separates the edges that join the next lane. They would look the same as edges that cross it, so they turn first
     * and alone.
     */
    private static Stream<List<LaneEdge>> split(LaneRow row, List<LaneEdge> edges) {
        List<LaneEdge> alone = edges.stream()
                .filter(edge -> edge.distance() == 1 && row.passes(edge.to()))
                .toList();
        return Stream.of(
                alone,
                alone.isEmpty()
                        ? edges
                        : edges.stream().filter(edge -> !alone.contains(edge)).toList());
    }

    /** Returns the edges to the next column, which arrive one line earlier than the others. */
    List<LaneEdge> near() {
        return edges.stream().filter(edge -> edge.distance() == 1).toList();
    }

    List<LaneEdge> far() {
        return edges.stream().filter(edge -> edge.distance() > 1).toList();
    }

    /** Returns how many columns away the farthest edge leads. */
    int reach() {
        return edges.stream().mapToInt(LaneEdge::distance).max().orElse(0);
    }
}
