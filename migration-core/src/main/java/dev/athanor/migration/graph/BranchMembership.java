package dev.athanor.migration.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Determines which branch labels a revision carries: its own and those of every revision down the line. If the line
 * above the labelled revision neither forks nor merges, the label also reaches down to the next fork or merge.
 */
final class BranchMembership {

    private final Edges edges;
    private final AdjacencyLists children;
    private final AdjacencyLists dependents;
    private final List<SharedSorted<String>> labels;

    private BranchMembership(Edges edges, AdjacencyLists children, AdjacencyLists dependents) {
        this.edges = edges;
        this.children = children;
        this.dependents = dependents;
        this.labels = new ArrayList<>(Collections.nCopies(children.size(), SharedSorted.of(List.<String>of())));
    }

    /**
     * Returns the labels of each revision. Neighbours share their labels, so that many labels on a long line take
     * little memory.
     */
    static List<SharedSorted<String>> of(Edges edges, AdjacencyLists children, AdjacencyLists dependents) {
        BranchMembership membership = new BranchMembership(edges, children, dependents);
        if (!edges.labels().isEmpty()) {
            membership.spreadUp();
            membership.spreadDown();
        }
        return Collections.unmodifiableList(membership.labels);
    }

    private void spreadUp() {
        List<Revision> revisions = edges.numbering().revisions();
        for (int revision : edges.down().needsFirst(children)) {
            SharedSorted<String> own = SharedSorted.of(revisions.get(revision).branchLabels());
            for (int parent : edges.down().from(revision)) {
                own = own.and(labels.get(parent));
            }
            labels.set(revision, own);
        }
    }

    /**
     * Gives every revision on a plain line below a tip the labels of the tip, which has the labels of the whole line.
     */
    private void spreadDown() {
        children.ends().stream().filter(this::plain).forEach(tip -> {
            SharedSorted<String> all = labels.get(tip);
            int[] parents = edges.down().from(tip);
            while (parents.length == 1 && plain(parents[0])) {
                labels.set(parents[0], all);
                parents = edges.down().from(parents[0]);
            }
        });
    }

    private boolean plain(int revision) {
        return dependents.count(revision) < 2 && edges.down().count(revision) < 2;
    }
}
