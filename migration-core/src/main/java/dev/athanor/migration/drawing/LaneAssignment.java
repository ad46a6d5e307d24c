package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.RevisionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lanes open below the last row, each leading to a revision still to come. */
final class LaneAssignment {

    /** What becomes of the column where a lane has ended. */
    enum Gaps {
        /** It stays free until another lane takes it. */
        STAY,
        /** The lanes to the right of it move to the left. */
        CLOSE_UP
    }

    /** An open lane, in whatever column it is. */
    private record Open(RevisionId target, Link link) {}

    private final Gaps gaps;
    private final int told;
    private final List<@Nullable Open> columns = new ArrayList<>();
    private final Map<RevisionId, Open> leadingTo = new HashMap<>();
    private int width;

    /** @param told how many columns the rows tell of, counted from the left */
    LaneAssignment(Gaps gaps, int told) {
        this.gaps = gaps;
        this.told = told;
    }

    int width() {
        return width;
    }

    /** Puts the next revision where its lane ends, or as a tip into the first free column. */
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

    /** The column that leads on to the need: joined where there is one already, else opened as near as can be. */
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
