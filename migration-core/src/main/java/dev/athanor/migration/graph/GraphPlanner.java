package dev.athanor.migration.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plans over a graph of revisions alone, without scripts: which revisions a command runs, in which order, and which
 * rows
 * the version table holds in between.
 *
 * @since 0.1.0
 */
public final class GraphPlanner {

    private final RevisionGraph graph;

    /**
     * Creates a planner for a graph.
     *
     * @param graph the revisions
     */
    public GraphPlanner(RevisionGraph graph) {
        this.graph = graph;
    }

    /**
     * Plans an upgrade: each revision takes the place of the rows that it revises or depends on.
     *
     * @param rows the rows of the version table
     * @param targets the places in the graph to reach
     * @return the missing revisions in the order in which they are applied; empty if nothing is missing
     * @throws TargetException if a target cannot be followed, or if the graph does not contain a row
     */
    public List<GraphStep> upgrade(CurrentHeads rows, List<Target> targets) {
        return upgrade(new TargetResolver(graph, rows), targets);
    }

    /**
     * Plans a downgrade: each revision gives its row back to what no other applied revision needs.
     *
     * @param rows the rows of the version table
     * @param target the place in the graph to go back to
     * @return the revisions in the order in which they are taken back; empty if nothing is applied above the target
     * @throws TargetException if the target cannot be followed, or if the graph does not contain a row
     */
    public List<GraphStep> downgrade(CurrentHeads rows, Target target) {
        return downgrade(new TargetResolver(graph, rows), target);
    }

    /**
     * Plans a stamp, which changes the rows and runs nothing.
     *
     * @param rows the rows of the version table
     * @param targets the places in the graph that the rows represent afterwards
     * @throws TargetException if a target cannot be followed, or if the graph does not contain a row
     */
    public StampScope stamp(CurrentHeads rows, List<Target> targets) {
        return new TargetResolver(graph, rows).stamp(targets);
    }

    /**
     * Plans an upgrade from the rows of a resolver.
     *
     * @throws TargetException if a target cannot be followed
     */
    public List<GraphStep> upgrade(TargetResolver resolver, List<Target> targets) {
        CurrentHeads rows = resolver.rows();
        List<GraphStep> steps = new ArrayList<>();
        for (RevisionId missing : graph.order(graph.missing(resolver.upgrade(targets), rows))) {
            CurrentHeads after = rows.replace(graph.needs(missing, EdgeKind.ALL), List.of(missing));
            steps.add(new GraphStep(missing, rows, after));
            rows = after;
        }
        return steps;
    }

    /**
     * Plans a downgrade from the rows of a resolver.
     *
     * @throws TargetException if the target cannot be followed
     */
    public List<GraphStep> downgrade(TargetResolver resolver, Target target) {
        CurrentHeads rows = resolver.rows();
        List<RevisionId> newestFirst = resolver.downgrade(target).revisions();
        Dependents dependents = new Dependents(rows);
        List<GraphStep> steps = new ArrayList<>();
        for (RevisionId revision : newestFirst) {
            CurrentHeads after = rows.replace(List.of(revision), dependents.freedBy(revision));
            steps.add(new GraphStep(revision, rows, after));
            rows = after;
        }
        return steps;
    }

    /** Counts, for each revision, the applied revisions that need it. */
    private final class Dependents {

        private final Map<RevisionId, Integer> counts = new HashMap<>();

        Dependents(CurrentHeads rows) {
            graph.applied(rows)
                    .forEach(revision -> needs(revision).forEach(need -> counts.merge(need, 1, Integer::sum)));
        }

        List<RevisionId> freedBy(RevisionId revision) {
            return needs(revision).stream()
                    .filter(need -> counts.merge(need, -1, Integer::sum) == 0)
                    .toList();
        }

        private List<RevisionId> needs(RevisionId revision) {
            return graph.needs(revision, EdgeKind.ALL);
        }
    }
}
