package dev.athanor.migration.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
}
