package dev.athanor.migration.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which branch labels a revision carries: its own and those of every revision down the line; where the line
 * above the labelled revision neither forks nor merges, the label also reaches down to the next fork or merge.
 */
final class BranchMembership {

    private final Edges edges;
    private final Arrows children;
    private final Arrows dependents;
    private final List<SortedSet<String>> labels;

    private BranchMembership(Edges edges, Arrows children, Arrows dependents) {
        this.edges = edges;
        this.children = children;
        this.dependents = dependents;
        this.labels = new ArrayList<>(Collections.nCopies(children.size(), Collections.emptySortedSet()));
    }

    /** For each revision its labels, sorted. */
    static List<SortedSet<String>> of(Edges edges, Arrows children, Arrows dependents) {
        BranchMembership membership = new BranchMembership(edges, children, dependents);
        List<Revision> revisions = edges.numbering().revisions();
        for (int revision = 0; revision < revisions.size(); revision++) {
            List<String> own = revisions.get(revision).branchLabels();
            if (!own.isEmpty()) {
                membership.spread(revision, own);
            }
        }
        membership.labels.replaceAll(Collections::unmodifiableSortedSet);
        return Collections.unmodifiableList(membership.labels);
    }

    private void spread(int labelled, List<String> own) {
        children.reach(labelled).stream().forEach(revision -> add(revision, own));
        if (onPlainLineToTip(labelled)) {
            int[] parents = edges.down().from(labelled);
            while (parents.length == 1 && plain(parents[0])) {
                add(parents[0], own);
                parents = edges.down().from(parents[0]);
            }
        }
    }

    private boolean onPlainLineToTip(int labelled) {
        int[] next = {labelled};
        while (next.length > 0) {
            if (!plain(next[0])) {
                return false;
            }
            next = children.from(next[0]);
        }
        return true;
    }

    private boolean plain(int revision) {
        return dependents.count(revision) < 2 && edges.down().count(revision) < 2;
    }

    private void add(int revision, List<String> own) {
        if (labels.get(revision).isEmpty()) {
            labels.set(revision, new TreeSet<>());
        }
        labels.get(revision).addAll(own);
    }
}
