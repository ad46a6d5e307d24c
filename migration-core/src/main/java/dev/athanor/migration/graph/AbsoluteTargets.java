package dev.athanor.migration.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Targets that do not depend on the rows. */
record AbsoluteTargets(RevisionGraph graph, Refusals refusals, RelativeWalk.AtEnd atEnd) {

    static AbsoluteTargets of(Advice advice, Typed typed, Target target) {
        return new AbsoluteTargets(advice.graph(), new Refusals(advice, typed, target), RelativeWalk.AtEnd.REFUSE);
    }

    /** Of a history, which simply begins at base where a count leads further. */
    static AbsoluteTargets ofHistory(Advice advice, Typed typed, Target target) {
        return new AbsoluteTargets(advice.graph(), new Refusals(advice, typed, target), RelativeWalk.AtEnd.STAY);
    }

    Lookup lookup() {
        return new Lookup(graph, refusals);
    }

    /** The one revision; empty for {@code base}. */
    Optional<RevisionId> one(Target target) {
        List<RevisionId> revisions = all(target);
        if (revisions.size() > 1) {
            throw refusals.multipleHeads(revisions);
        }
        return revisions.stream().findFirst();
    }

    /** The revisions; none for {@code base}. */
    List<RevisionId> all(Target target) {
        if (target instanceof Target.OnBranch onBranch) {
            return onBranch(onBranch.branch(), onBranch.target());
        }
        if (target instanceof Target.AllHeads) {
            return graph.realHeads();
        }
        if (target instanceof Target.Head) {
            return atMostOne(graph.heads());
        }
        if (target instanceof Target.Named named) {
            return List.of(lookup().named(named.name()));
        }
        if (target instanceof Target.Relative relative) {
            return belowHeads(relative, graph.realHeads());
        }
        return nowhere(target);
    }

    private List<RevisionId> onBranch(String branch, Target target) {
        Set<RevisionId> line = lookup().line(branch);
        if (target instanceof Target.AllHeads) {
            return realHeadsOn(line);
        }
        if (target instanceof Target.Head) {
            return atMostOne(headsOn(line));
        }
        if (target instanceof Target.Named named) {
            return List.of(lookup().named(named.name(), branch));
        }
        if (target instanceof Target.Relative relative) {
            return belowHeads(relative, labelledHeads(branch));
        }
        return nowhere(target);
    }

    private List<RevisionId> headsOn(Set<RevisionId> line) {
        return graph.heads().stream().filter(line::contains).toList();
    }

    /** Of the heads on the line those that no other one needs, as {@code heads} are of all. */
    private List<RevisionId> realHeadsOn(Set<RevisionId> line) {
        return graph.inLoadOrder(graph.headsOf(headsOn(line)).ids());
    }

    private List<RevisionId> labelledHeads(String branch) {
        return graph.realHeads().stream()
                .filter(head -> graph.hasBranchLabel(head, branch))
                .toList();
    }

    /** The tips of a branch; those that only a dependency keeps where there are no others. */
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

    private List<RevisionId> nowhere(Target target) {
        if (target instanceof Target.Current) {
            throw refusals.notHere("`current` is read by `history` and `show` only");
        }
        return List.of();
    }

    /** {@code -2} without a place to start from: so far below each head, as Alembic reads it here. */
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
