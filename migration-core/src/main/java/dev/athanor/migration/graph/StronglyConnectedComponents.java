package dev.athanor.migration.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds groups of revisions in which each reaches every other along the edges (Tarjan's strongly connected components,
 * without recursion), and revisions that point at themselves.
 */
final class StronglyConnectedComponents {

    private final AdjacencyLists arrows;
    private final int[] entered;
    private final int[] lowest;
    private final int[] nextArrow;
    private final boolean[] onTrail;
    private final IntStack path = new IntStack();
    private final IntStack trail = new IntStack();
    private final List<int[]> components = new ArrayList<>();
    private int clock;

    StronglyConnectedComponents(AdjacencyLists arrows) {
        this.arrows = arrows;
        entered = new int[arrows.size()];
        lowest = new int[arrows.size()];
        nextArrow = new int[arrows.size()];
        onTrail = new boolean[arrows.size()];
    }

    /** Returns the groups, each sorted by load order, ordered by their first revisions. */
    List<int[]> find() {
        for (int revision = 0; revision < arrows.size(); revision++) {
            if (entered[revision] == 0) {
                enter(revision);
                walk();
            }
        }
        components.sort(Comparator.comparingInt(component -> component[0]));
        return components;
    }

    private void walk() {
        while (!path.isEmpty()) {
            int revision = path.peek();
            if (nextArrow[revision] < arrows.count(revision)) {
                follow(revision, arrows.from(revision)[nextArrow[revision]++]);
            } else {
                leave(path.pop());
            }
        }
    }

    private void enter(int revision) {
        entered[revision] = ++clock;
        lowest[revision] = clock;
        onTrail[revision] = true;
        path.push(revision);
        trail.push(revision);
    }

    private void follow(int revision, int target) {
        if (entered[target] == 0) {
            enter(target);
        } else if (onTrail[target]) {
            lowest[revision] = Math.min(lowest[revision], entered[target]);
        }
    }

    private void leave(int revision) {
        if (!path.isEmpty()) {
            lowest[path.peek()] = Math.min(lowest[path.peek()], lowest[revision]);
        }
        if (lowest[revision] == entered[revision]) {
            close(revision);
        }
    }

    private void close(int root) {
        if (trail.peek() == root && !pointsAtItself(root)) {
            onTrail[trail.pop()] = false;
            return;
        }
        List<Integer> members = new ArrayList<>();
        int member;
        do {
            member = trail.pop();
            onTrail[member] = false;
            members.add(member);
        } while (member != root);
        components.add(members.stream().mapToInt(Integer::intValue).sorted().toArray());
    }

    private boolean pointsAtItself(int revision) {
        for (int target : arrows.from(revision)) {
            if (target == revision) {
                return true;
            }
        }
        return false;
    }
}
