package dev.athanor.migration.graph;

import dev.athanor.migration.graph.TargetException.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the revisions between two targets, both included. */
record HistoryRange(Advice advice, TargetRange range) {

    /**
     * Represents the beginning of a range.
     *
     * @param revisions the oldest revisions shown; none if the range begins at base
     * @param whole the heads that are shown down to base, because fewer revisions lie below them than the target counts
     */
    private record Beginning(List<RevisionId> revisions, List<RevisionId> whole) {}

    List<RevisionId> revisions() {
        requireDifferentEnds();
        Beginning beginning = beginning();
        List<RevisionId> lower = beginning.revisions();
        List<RevisionId> upper = upper(lower);
        Set<RevisionId> needed = graph().ancestorsAndSelf(upper, EdgeKind.ALL);
        if (!needed.containsAll(lower)) {
            throw upsideDown(
                    upper, lower.stream().filter(id -> !needed.contains(id)).toList());
        }
        if (lower.isEmpty()) {
            return graph().newestFirst(needed);
        }
        Set<RevisionId> between = between(lower, needed);
        beginning.whole().stream()
                .filter(needed::contains)
                .forEach(head -> between.addAll(graph().ancestorsAndSelf(List.of(head), EdgeKind.ALL)));
        return graph().newestFirst(between);
    }

    private void requireDifferentEnds() {
        if (range.from().equals(range.to())
                && range.from().filter(Target.Current.class::isInstance).isPresent()) {
            throw new TargetException(
                    Kind.NO_SUCH_REVISION,
                    "Both ends of the range '" + range + "' are `current`.",
                    advice.history("current:")
                            .map(from -> "See the rows with `migration current`, or leave one end out: " + from
                                    + advice.history(":current")
                                            .map(to -> " or " + to)
                                            .orElse("") + ".")
                            .orElseGet(advice::names));
        }
    }

    private TargetException upsideDown(List<RevisionId> upper, List<RevisionId> lower) {
        boolean one = upper.size() == 1;
        String end = upper.isEmpty() ? "base" : (one ? "" : "none of ") + MessageNames.list(upper);
        String needs = upper.isEmpty() ? " needs nothing, not even " : one ? " does not need " : " needs ";
        return new TargetException(
                Kind.NOT_AN_ANCESTOR,
                "In the range '" + range + "', " + end + needs + MessageNames.list(lower) + ".",
                advice.history(side(range.to()) + ":" + side(range.from()))
                        .map(command -> "Write the older end first: " + command + ".")
                        .or(() -> advice.history(side(range.from()) + ":")
                                .map(command -> "Write both ends on one line of the history; " + command
                                        + " lists what follows."))
                        .orElseGet(advice::names));
    }

    private static String side(Optional<Target> target) {
        return target.map(Target::toString).orElse("");
    }

    private Set<RevisionId> between(List<RevisionId> lower, Set<RevisionId> needed) {
        Set<RevisionId> between = new HashSet<>(graph().descendantsAndSelf(lower, EdgeKind.DOWN_REVISIONS));
        between.retainAll(needed);
        Set<RevisionId> below = new HashSet<>(graph().ancestorsAndSelf(lower, EdgeKind.ALL));
        lower.forEach(below::remove);
        between.removeAll(below);
        return between;
    }

    private Beginning beginning() {
        Target target = range.from().orElse(new Target.Base());
        if (target instanceof Target.Current) {
            return new Beginning(advice.rows().ids(), List.of());
        }
        AbsoluteTargets absolute = absoluteLower(target);
        TargetParts branched = TargetParts.of(target);
        if (!(branched.plain() instanceof Target.Relative relative)) {
            return new Beginning(absolute.all(target), List.of());
        }
        RelativeWalk walk = new RelativeWalk(graph(), absolute.refusals(), relative.steps(), absolute.atEnd());
        if (relative.from().isPresent()) {
            Optional<RevisionId> from =
                    absolute.one(branched.with(relative.from().get()));
            return new Beginning(walk.from(from, Optional.empty()).stream().toList(), List.of());
        }
        return relative.steps() < 0
                ? counted(walk, branched.branch().map(absolute::headsOfBranch).orElseGet(graph()::realHeads))
                : new Beginning(absolute.all(target), List.of());
    }

    private static Beginning counted(RelativeWalk walk, List<RevisionId> heads) {
        Set<RevisionId> reached = new LinkedHashSet<>();
        List<RevisionId> whole = new ArrayList<>();
        for (RevisionId head : heads) {
            walk.from(Optional.of(head), Optional.empty()).ifPresentOrElse(reached::add, () -> whole.add(head));
        }
        return new Beginning(List.copyOf(reached), whole);
    }

    private List<RevisionId> upper(List<RevisionId> lower) {
        Optional<String> branch =
                range.from().flatMap(target -> TargetParts.of(target).branch());
        if (range.to().isEmpty() && branch.isPresent()) {
            return absoluteLower(range.from().get()).headsOfBranch(branch.get());
        }
        Target target = range.to().orElse(new Target.AllHeads());
        List<RevisionId> upper =
                target instanceof Target.Current ? advice.rows().ids() : upper(target, lower);
        return branch.map(name -> upper.stream().filter(on(name)).toList()).orElse(upper);
    }

    private List<RevisionId> upper(Target target, List<RevisionId> lower) {
        AbsoluteTargets absolute = AbsoluteTargets.ofHistory(advice, advice.historyTo(side(range.from())), target);
        return new UpgradeTargets(graph(), CurrentHeads.of(lower), absolute).resolve(target);
    }

    private Predicate<RevisionId> on(String branch) {
        if (graph().labelled(branch).isPresent()) {
            return revision -> graph().hasBranchLabel(revision, branch);
        }
        return absoluteLower(range.from().orElseThrow()).lookup().line(branch)::contains;
    }

    private AbsoluteTargets absoluteLower(Target target) {
        return AbsoluteTargets.ofHistory(advice, advice.historyFrom(side(range.to())), target);
    }

    private RevisionGraph graph() {
        return advice.graph();
    }
}
