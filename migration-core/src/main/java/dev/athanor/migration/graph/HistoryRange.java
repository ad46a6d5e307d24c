package dev.athanor.migration.graph;

import dev.athanor.migration.graph.TargetException.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The revisions between two targets, both included. */
record HistoryRange(RevisionGraph graph, Heads rows, TargetRange range) {

    List<RevisionId> revisions() {
        requireDifferentEnds();
        List<RevisionId> lower = lower();
        List<RevisionId> upper = onBranchOfLower(upper(lower));
        Set<RevisionId> needed = graph.ancestorsAndSelf(upper, EdgeKind.ALL);
        if (!needed.containsAll(lower)) {
            throw new TargetException(
                    Kind.NOT_AN_ANCESTOR,
                    "In the range '" + range + "', " + Names.list(upper) + " does not need " + Names.list(lower) + ".",
                    "Write the older end first, and both on one line of the history.");
        }
        return graph.newestFirst(lower.isEmpty() ? needed : between(lower, needed));
    }

    private void requireDifferentEnds() {
        if (range.from().equals(range.to())
                && range.from().filter(Target.Current.class::isInstance).isPresent()) {
            throw new TargetException(
                    Kind.NO_SUCH_REVISION,
                    "Both ends of the range '" + range + "' are `current`.",
                    "See the rows with `migration current`, or leave one end out: `current:` or `:current`.");
        }
    }

    private Set<RevisionId> between(List<RevisionId> lower, Set<RevisionId> needed) {
        Set<RevisionId> between = new HashSet<>(graph.descendantsAndSelf(lower, EdgeKind.DOWN_REVISIONS));
        between.retainAll(needed);
        Set<RevisionId> below = new HashSet<>(graph.ancestorsAndSelf(lower, EdgeKind.ALL));
        lower.forEach(below::remove);
        between.removeAll(below);
        return between;
    }

    private List<RevisionId> lower() {
        Target target = range.from().orElse(new Target.Base());
        return target instanceof Target.Current
                ? rows.ids()
                : AbsoluteTargets.ofHistory(graph, target).all(target);
    }

    private List<RevisionId> upper(List<RevisionId> lower) {
        Target target = range.to().orElse(new Target.AllHeads());
        if (target instanceof Target.Current) {
            return rows.ids();
        }
        AbsoluteTargets absolute = AbsoluteTargets.ofHistory(graph, target);
        List<RevisionId> upper = new UpgradeTargets(graph, Heads.of(lower), absolute).resolve(target);
        new Overlaps(graph).refuseTargets(upper, target);
        return upper;
    }

    /** {@code branch@…:} shows that branch only. */
    private List<RevisionId> onBranchOfLower(List<RevisionId> upper) {
        return range.from()
                .flatMap(target -> Branched.of(target).branch())
                .map(name -> upper.stream().filter(on(name)).toList())
                .orElse(upper);
    }

    private Predicate<RevisionId> on(String branch) {
        if (graph.labelled(branch).isPresent()) {
            return revision -> graph.hasBranchLabel(revision, branch);
        }
        Target target = range.from().orElseThrow();
        return AbsoluteTargets.ofHistory(graph, target).lookup().line(branch)::contains;
    }
}
