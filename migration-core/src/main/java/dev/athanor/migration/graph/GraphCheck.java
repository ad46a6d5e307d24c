package dev.athanor.migration.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds every problem that keeps revisions from forming a graph. */
final class GraphCheck {

    private final List<Revision> loaded;
    private final Edges edges;
    private final List<GraphProblem> problems = new ArrayList<>();

    private GraphCheck(List<Revision> loaded, Edges edges) {
        this.loaded = loaded;
        this.edges = edges;
    }

    static List<GraphProblem> problems(List<Revision> loaded, Edges edges) {
        GraphCheck check = new GraphCheck(loaded, edges);
        check.ids();
        check.labels();
        check.references();
        check.problems.addAll(new CycleSearch(edges).cycles());
        return check.problems;
    }

    private void ids() {
        if (loaded.size() == edges.numbering().size()) {
            return;
        }
        Map<RevisionId, Integer> times = new LinkedHashMap<>();
        loaded.forEach(revision -> times.merge(revision.id(), 1, Integer::sum));
        times.forEach((id, count) -> {
            if (count > 1) {
                problems.add(new GraphProblem.DuplicateId(id, count));
            }
        });
    }

    private void labels() {
        Map<String, List<RevisionId>> declared = new LinkedHashMap<>();
        for (Revision revision : edges.numbering().revisions()) {
            for (String label : revision.branchLabels()) {
                declared.computeIfAbsent(label, key -> new ArrayList<>()).add(revision.id());
            }
        }
        declared.forEach(this::label);
    }

    private void label(String label, List<RevisionId> declaredBy) {
        @Nullable String fault = IdentifierRules.labelFault(label);
        if (fault != null) {
            problems.add(new GraphProblem.IllegalLabel(label, declaredBy.get(0), fault));
        } else if (edges.isId(label)) {
            problems.add(new GraphProblem.LabelIsRevisionId(label, declaredBy.get(0)));
        }
        if (declaredBy.size() > 1) {
            problems.add(new GraphProblem.DuplicateLabel(label, declaredBy));
        }
    }

    private void references() {
        for (Revision revision : edges.numbering().revisions()) {
            for (RevisionId down : revision.downRevisions()) {
                if (!edges.numbering().contains(down)) {
                    problems.add(new GraphProblem.MissingDownRevision(revision.id(), down));
                }
            }
            for (String name : revision.dependsOn()) {
                if (edges.find(name) < 0) {
                    problems.add(new GraphProblem.MissingDependency(revision.id(), name));
                }
            }
        }
    }

    /** Finds cycles with their paths, one for each group of revisions that need one another. */
    private record CycleSearch(Edges edges) {

        List<GraphProblem> cycles() {
            List<GraphProblem> cycles = new ArrayList<>();
            for (int[] knot : new StronglyConnectedComponents(edges.down()).find()) {
                cycles.add(cycle(EdgeKind.DOWN_REVISIONS, edges.down().from(knot[0]), knot, knot[0], edges.down()));
            }
            if (!edges.dependencies().isEmpty()) {
                for (int[] knot : new StronglyConnectedComponents(edges.needs()).find()) {
                    dependencyCycle(knot, cycles);
                }
            }
            return cycles;
        }

        private void dependencyCycle(int[] knot, List<GraphProblem> cycles) {
            for (int revision : knot) {
                int[] closing = within(knot, edges.dependencies().from(revision));
                if (closing.length > 0) {
                    cycles.add(cycle(EdgeKind.ALL, closing, knot, revision, edges.needs()));
                    return;
                }
            }
        }

        private GraphProblem cycle(EdgeKind kind, int[] firstSteps, int[] knot, int start, AdjacencyLists arrows) {
            List<RevisionId> path = new ArrayList<>();
            for (int number : ShortestPath.find(arrows, within(knot, firstSteps), start)) {
                path.add(edges.numbering().id(number));
            }
            Collections.rotate(path, 1);
            return new GraphProblem.Cycle(kind, path);
        }

        private static int[] within(int[] knot, int[] targets) {
            return Arrays.stream(targets)
                    .filter(target -> Arrays.binarySearch(knot, target) >= 0)
                    .toArray();
        }
    }

    /** Finds the shortest path along edges, with ties broken by load order. */
    private static final class ShortestPath {

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

    /**
     * Finds groups of revisions in which each reaches every other along the edges (Tarjan's strongly connected
     * components,
     * without recursion), and revisions that point at themselves.
     */
    private static final class StronglyConnectedComponents {

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
}
