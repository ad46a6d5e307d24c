package dev.athanor.migration.graph;

import dev.athanor.migration.graph.DowngradeTargets.Stop;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Determines which revisions a downgrade takes down when it stops at a revision, and refuses more than the branch in
 * its target covers.
 */
record DowngradeReach(RevisionGraph graph, CurrentHeads rows, AbsoluteTargets absolute) {

    /**
     * Returns the revisions that the downgrade takes down.
     *
     * @param typed the branch in the target, if one was typed
     */
    DowngradeScope from(Stop stop, Optional<String> typed) {
        List<RevisionId> roots = roots(stop);
        Set<RevisionId> applied = graph.applied(rows);
        Set<RevisionId> down = new HashSet<>(graph.descendantsAndSelf(roots, EdgeKind.ALL));
        down.retainAll(applied);
        if (down.isEmpty()) {
            requireRow(stop.to(), applied);
        }
        stop.branch().ifPresent(branch -> requireOnLine(stop.to(), branch));
        typed.ifPresent(branch -> keepTo(branch, down));
        return new DowngradeScope(stop.to(), graph.newestFirst(down));
    }

    /**
     * Returns the revisions that revise the target; if the target is a fork and a branch is given, only those on the
     * way down from that branch.
     */
    private List<RevisionId> roots(Stop stop) {
        List<RevisionId> roots =
                stop.to().map(to -> graph.children(to, EdgeKind.DOWN_REVISIONS)).orElseGet(graph::bases);
        if (stop.branch().isEmpty() || roots.size() < 2) {
            return roots;
        }
        String branch = stop.branch().get();
        Set<RevisionId> wayDown =
                graph.ancestorsAndSelf(List.of(absolute.lookup().branch(branch)), EdgeKind.DOWN_REVISIONS);
        List<RevisionId> kept = roots.stream().filter(wayDown::contains).toList();
        if (kept.isEmpty()) {
            String from = stop.to().map(RevisionId::value).orElse("base");
            throw refusals().noWayDownOnBranch(from, roots, branch);
        }
        return kept;
    }

    private void requireRow(Optional<RevisionId> stop, Set<RevisionId> applied) {
        stop.filter(to -> !rows.contains(to)).ifPresent(to -> {
            throw applied.contains(to)
                    ? refusals().nothingAbove(to)
                    : refusals().notApplied(to);
        });
    }

    private void requireOnLine(Optional<RevisionId> to, String branch) {
        Set<RevisionId> line = absolute.lookup().line(branch);
        to.filter(revision -> !line.contains(revision)).ifPresent(revision -> {
            throw refusals().notInBranch(revision, branch);
        });
    }

    /**
     * Refuses the downgrade if a revision beside the line of the branch would come down without depending on that line.
     */
    private void keepTo(String branch, Set<RevisionId> down) {
        Set<RevisionId> line = absolute.lookup().line(branch);
        Set<RevisionId> beside = new HashSet<>(down);
        beside.removeAll(line);
        line.retainAll(down);
        List<RevisionId> crossing = beside.stream()
                .filter(revision -> !forks(revision, line).allMatch(fork -> needsMore(revision, fork, line)))
                .toList();
        if (!crossing.isEmpty()) {
            List<RevisionId> forks = graph.newestFirst(
                    crossing.stream().flatMap(revision -> forks(revision, line)).toList());
            beside.retainAll(graph.descendantsAndSelf(crossing, EdgeKind.DOWN_REVISIONS));
            throw refusals()
                    .crossesBranches(branch, forks, beside.stream().sorted().toList());
        }
    }

    /** Returns the revisions on the line, among those that come down, that a revision beside the line revises. */
    private Stream<RevisionId> forks(RevisionId beside, Set<RevisionId> line) {
        return graph.needs(beside, EdgeKind.DOWN_REVISIONS).stream().filter(line::contains);
    }

    /**
     * Returns whether a revision comes down with the line even if the downgrade stops at the fork where the revision
     * leaves the line.
     */
    private boolean needsMore(RevisionId beside, RevisionId fork, Set<RevisionId> line) {
        Set<RevisionId> needed = graph.ancestorsAndSelf(List.of(beside), EdgeKind.ALL);
        return graph.children(fork, EdgeKind.DOWN_REVISIONS).stream()
                .anyMatch(above -> line.contains(above) && needed.contains(above));
    }

    private Refusals refusals() {
        return absolute.refusals();
    }
}
