package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.RevisionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the lanes that are open below the last row, each of which leads to a revision still to come. */
final class LaneAssignment {

    /** Defines what happens to the column of a lane that has ended. */
    enum Gaps {
        /** Keeps the column free until another lane takes it. */
        STAY,
        /** Moves the lanes to the right of the column one column to the left. */
        CLOSE_UP
    }

    /** Represents an open lane, in whatever column it is. */
    private record Open(RevisionId target, Link link) {}

    private final Gaps gaps;
    private final int told;
    private final List<@Nullable Open> columns = new ArrayList<>();
    private final Map<RevisionId, Open> leadingTo = new HashMap<>();
    private int width;

    /**
     * Creates an assignment without open lanes.
     *
     * @param told the number of columns that the rows describe, counted from the left
     */
    LaneAssignment(Gaps gaps, int told) {
        this.gaps = gaps;
        this.told = told;
    }

    int width() {
        return width;
    }

    /** Places the next revision where its lane ends, or as a tip into the first free column. */
    LaneRow place(RevisionId revision, Map<RevisionId, Link> needs) {
        Optional<Open> arriving = Optional.ofNullable(leadingTo.remove(revision));
        int column = arriving.map(columns::indexOf).orElseGet(this::firstFree);
        columns.set(column, null);
        List<Lane> passing = passing();
        List<LaneEdge> edges = new ArrayList<>(needs.size());
        needs.forEach((need, link) -> edges.add(new LaneEdge(column, lead(column, need, link), need, link)));
        width = Math.max(width, columns.size());
        return new LaneRow(revision, column, arriving.map(Open::link), passing, edges, closeUp(column));
    }

    private List<Lane> passing() {
        List<Lane> passing = new ArrayList<>();
        for (int column = 0; column < Math.min(told, columns.size()); column++) {
            Open lane = columns.get(column);
            if (lane != null) {
                passing.add(new Lane(column, lane.target(), lane.link()));
            }
        }
        return passing;
    }

    /**
     * Returns the column that leads to the needed revision: an existing lane to that revision, or else a new one as
     * near as possible.
     */
    private int lead(int from, RevisionId need, Link link) {
        Open joined = leadingTo.get(need);
        int column = joined == null ? nearestFree(from) : columns.indexOf(joined);
        Open lane = new Open(need, joined == null ? link : joined.link().and(link));
        if (column == columns.size()) {
            columns.add(lane);
        } else {
            columns.set(column, lane);
        }
        leadingTo.put(need, lane);
        return column;
    }

    private boolean closeUp(int column) {
        if (gaps == Gaps.STAY || columns.get(column) != null) {
            return false;
        }
        columns.remove(column);
        return column < columns.size();
    }

    private int firstFree() {
        int free = columns.indexOf(null);
        if (free >= 0) {
            return free;
        }
        columns.add(null);
        return columns.size() - 1;
    }

    /** Returns the nearest free column, the right one of two at the same distance. */
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
