package dev.athanor.migration.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Resolves targets that do not depend on the rows of the version table. */
record AbsoluteTargets(RevisionGraph graph, Refusals refusals, RelativeWalk.AtEnd atEnd) {

    static AbsoluteTargets of(Advice advice, TypedCommand typed, Target target) {
        return new AbsoluteTargets(advice.graph(), new Refusals(advice, typed, target), RelativeWalk.AtEnd.REFUSE);
    }

    /**
     * Creates a resolver for a history, which begins at base if a count leads beyond base, instead of refusing the
     * target.
     */
    static AbsoluteTargets ofHistory(Advice advice, TypedCommand typed, Target target) {
        return new AbsoluteTargets(advice.graph(), new Refusals(advice, typed, target), RelativeWalk.AtEnd.STAY);
    }

    NameLookup lookup() {
        return new NameLookup(graph, refusals);
    }

    /** Returns the one revision of the target, or empty for {@code base}. */
    Optional<RevisionId> one(Target target) {
        List<RevisionId> revisions = all(target);
        if (revisions.size() > 1) {
            throw refusals.multipleHeads(revisions);
        }
        return revisions.stream().findFirst();
    }

    /** Returns the revisions of the target, or none for {@code base}. */
    List<RevisionId> all(Target target) {
        return target.accept(new Anywhere());
    }

    /** Resolves targets without a branch. */
    private final class Anywhere implements Target.Visitor<List<RevisionId>> {

        @Override
        public List<RevisionId> base(Target.Base target) {
            return List.of();
        }

        @Override
        public List<RevisionId> head(Target.Head target) {
            return atMostOne(graph.heads());
        }

        @Override
        public List<RevisionId> allHeads(Target.AllHeads target) {
            return graph.realHeads();
        }

        @Override
        public List<RevisionId> current(Target.Current target) {
            throw currentIsNotHere();
        }

        @Override
        public List<RevisionId> named(Target.Named target) {
            return List.of(lookup().named(target.name()));
        }

        @Override
        public List<RevisionId> relative(Target.Relative target) {
            return belowHeads(target, graph.realHeads());
        }

        @Override
        public List<RevisionId> onBranch(Target.OnBranch target) {
            return target.target().accept(new OnLine(target.branch()));
        }
    }

    /** Resolves targets behind a branch ({@code branch@target}). */
    private final class OnLine implements Target.Visitor<List<RevisionId>> {

        private final String branch;
        private final Set<RevisionId> line;

        OnLine(String branch) {
            this.branch = branch;
            this.line = lookup().line(branch);
        }

        @Override
        public List<RevisionId> base(Target.Base target) {
            return List.of();
        }

        @Override
        public List<RevisionId> head(Target.Head target) {
            return atMostOne(headsOn(line));
        }

        @Override
        public List<RevisionId> allHeads(Target.AllHeads target) {
            return realHeadsOn(line);
        }

        @Override
        public List<RevisionId> current(Target.Current target) {
            throw currentIsNotHere();
        }

        @Override
        public List<RevisionId> named(Target.Named target) {
            return List.of(lookup().named(target.name(), branch));
        }

        @Override
        public List<RevisionId> relative(Target.Relative target) {
            return belowHeads(target, labelledHeads(branch));
        }

        @Override
        public List<RevisionId> onBranch(Target.OnBranch target) {
            return List.of();
        }
    }

    private List<RevisionId> headsOn(Set<RevisionId> line) {
        return graph.heads().stream().filter(line::contains).toList();
    }

    /** Returns those heads on the line that no other head on the line needs, as {@code heads} does for all heads. */
    private List<RevisionId> realHeadsOn(Set<RevisionId> line) {
        return graph.inLoadOrder(graph.headsOf(headsOn(line)).ids());
    }

    private List<RevisionId> labelledHeads(String branch) {
        return graph.realHeads().stream()
                .filter(head -> graph.hasBranchLabel(head, branch))
                .toList();
    }

    /**
     * Returns the heads of a branch. If a dependency on each of them keeps them all from being real heads, returns
     * those that other heads of the branch do not need.
     */
    List<RevisionId> headsOfBranch(String branch) {
        if (graph.labelled(branch).isEmpty()) {
            return realHeadsOn(lookup().line(branch));
        }
        List<RevisionId> heads = labelledHeads(branch);
        return heads.isEmpty()
                ? realHeadsOn(graph.revisions().stream()
                        .map(Revision::id)
                        .filter(id -> graph.branchLabels(id).contains(branch))
                        .collect(Collectors.toSet()))
                : heads;
    }

    private List<RevisionId> atMostOne(List<RevisionId> heads) {
        if (heads.size() > 1) {
            throw refusals.multipleHeads(heads);
        }
        return heads;
    }

    private TargetException currentIsNotHere() {
        return refusals.notHere("`current` is read by `history` and `show` only");
    }

    /**
     * Resolves {@code -N} without a starting point to the revisions that many steps below each head, as Alembic does
     * here.
     */
    private List<RevisionId> belowHeads(Target.Relative relative, List<RevisionId> heads) {
        if (relative.from().isPresent() || relative.steps() >= 0) {
            throw refusals.notHere("only a bare `-N`, counted down from the heads, is relative here");
        }
        RelativeWalk walk = new RelativeWalk(graph, refusals, relative.steps(), atEnd);
        Set<RevisionId> reached = new LinkedHashSet<>();
        for (RevisionId head : heads) {
            Optional<RevisionId> end = walk.from(Optional.of(head), Optional.empty());
            if (end.isEmpty() && atEnd == RelativeWalk.AtEnd.REFUSE) {
                throw refusals.leadsToBase();
            }
            end.ifPresent(reached::add);
        }
        return List.copyOf(reached);
    }
}
