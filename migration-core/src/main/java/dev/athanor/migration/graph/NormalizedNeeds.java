package dev.athanor.migration.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Computes the down revisions and those dependencies that no revision further down the line already depends on. The
 * order of a plan follows these edges, and the rows of the version table are compared with them.
 */
final class NormalizedNeeds {

    private final Edges edges;
    private final int[] place;
    private final BitSet[] below;

    private NormalizedNeeds(Edges edges) {
        this.edges = edges;
        this.below = new BitSet[edges.numbering().size()];
        this.place = new int[below.length];
    }

    static AdjacencyLists of(Edges edges, AdjacencyLists children) {
        return edges.dependencies().isEmpty() ? edges.down() : new NormalizedNeeds(edges).normalize(children);
    }

    private AdjacencyLists normalize(AdjacencyLists children) {
        numberDependencies();
        int[][] kept = new int[below.length][];
        for (int revision : edges.down().needsFirst(children)) {
            BitSet lower = lower(revision);
            kept[revision] = Arrays.stream(edges.dependencies().from(revision))
                    .filter(target -> !lower.get(place[target]))
                    .toArray();
            below[revision] = with(lower, edges.dependencies().from(revision));
        }
        return Edges.union(edges.down(), new AdjacencyLists(kept));
    }

    /** Numbers only the revisions that another revision depends on, which keeps the bit sets small. */
    private void numberDependencies() {
        int[] targets = Arrays.stream(edges.dependencies().targets())
                .flatMapToInt(Arrays::stream)
                .distinct()
                .toArray();
        for (int number = 0; number < targets.length; number++) {
            place[targets[number]] = number;
        }
    }

    /**
     * Returns the dependencies of the revisions down the line. With one parent, the result is the parent's set, which
     * must not be changed.
     */
    private BitSet lower(int revision) {
        int[] parents = edges.down().from(revision);
        if (parents.length == 1) {
            return below[parents[0]];
        }
        BitSet lower = new BitSet();
        for (int parent : parents) {
            lower.or(below[parent]);
        }
        return lower;
    }

    private BitSet with(BitSet lower, int[] targets) {
        if (targets.length == 0) {
            return lower;
        }
        BitSet more = (BitSet) lower.clone();
        for (int target : targets) {
            more.set(place[target]);
        }
        return more;
    }
}
