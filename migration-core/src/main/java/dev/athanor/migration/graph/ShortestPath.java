package dev.athanor.migration.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Finds the shortest path along edges, with ties broken by load order. */
final class ShortestPath {

    private static final int UNSEEN = -2;
    private static final int START = -1;

    private ShortestPath() {}

    /** Returns the path from any of the starts to the goal, both included, or an empty list if there is none. */
    static List<Integer> find(AdjacencyLists arrows, int[] starts, int goal) {
        int[] cameFrom = new int[arrows.size()];
        Arrays.fill(cameFrom, UNSEEN);
        Deque<Integer> open = new ArrayDeque<>();
        for (int start : starts) {
            cameFrom[start] = START;
            open.add(start);
        }
        while (!open.isEmpty() && cameFrom[goal] == UNSEEN) {
            int revision = open.remove();
            for (int target : arrows.from(revision)) {
                if (cameFrom[target] == UNSEEN) {
                    cameFrom[target] = revision;
                    open.add(target);
                }
            }
        }
        return trace(cameFrom, goal);
    }

    private static List<Integer> trace(int[] cameFrom, int goal) {
        List<Integer> path = new ArrayList<>();
        for (int at = goal; at >= 0 && cameFrom[at] != UNSEEN; at = cameFrom[at]) {
            path.add(at);
        }
        Collections.reverse(path);
        return path;
    }
}
