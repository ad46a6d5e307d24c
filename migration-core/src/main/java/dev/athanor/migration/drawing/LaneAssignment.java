package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.RevisionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lanes open below the last row, each leading to a revision still to come. */
final class LaneAssignment {

    private final List<@Nullable Lane> columns = new ArrayList<>();
    private final Map<RevisionId, Integer> columnOf = new HashMap<>();

    int width() {
        return columns.size();
    }

    /** Puts the next revision where its lane ends, or as a tip into the first free column. */
    LaneRow place(RevisionId revision, Map<RevisionId, Link> needs) {
        Optional<Lane> arriving = close(revision);
        int column = arriving.map(Lane::column).orElseGet(this::firstFree);
        List<Lane> passing = columns.stream().filter(Objects::nonNull).toList();
        List<LaneEdge> edges = new ArrayList<>(needs.size());
        needs.forEach((need, link) -> edges.add(new LaneEdge(column, lead(column, need, link), need, link)));
        return new LaneRow(revision, column, arriving.map(Lane::link), passing, edges);
    }

    private Optional<Lane> close(RevisionId revision) {
        Integer column = columnOf.remove(revision);
        return column == null ? Optional.empty() : Optional.ofNullable(columns.set(column, null));
    }

    /** The column that leads on to the need: joined where there is one already, else opened as near as can be. */
    private int lead(int from, RevisionId need, Link link) {
        Integer joined = columnOf.get(need);
        Lane lane = joined == null ? null : columns.get(joined);
        Lane led = lane == null ? new Lane(nearestFree(from), need, link) : lane.joinedBy(link);
        open(led);
        return led.column();
    }

    private void open(Lane lane) {
        if (lane.column() == columns.size()) {
            columns.add(lane);
        } else {
            columns.set(lane.column(), lane);
        }
        columnOf.put(lane.target(), lane.column());
    }

    private int firstFree() {
        int free = columns.indexOf(null);
        if (free >= 0) {
            return free;
        }
        columns.add(null);
        return columns.size() - 1;
    }

    /** To the right where both sides are as near. */
    private int nearestFree(int from) {
        for (int distance = 0; from + distance < columns.size(); distance++) {
            if (isFree(from + distance)) {
                return from + distance;
            }
            if (distance <= from && isFree(from - distance)) {
                return from - distance;
            }
        }
        return columns.size();
    }

    private boolean isFree(int column) {
        return columns.get(column) == null;
    }
}
