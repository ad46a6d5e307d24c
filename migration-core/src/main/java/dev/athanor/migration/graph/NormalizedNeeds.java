package dev.athanor.migration.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Down revisions and those dependencies that no revision further down the line already depends on: what the
 * order of a plan follows, and what a row of the version table is compared with.
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

    /** Only revisions that somebody depends on take a place, which keeps the sets small. */
    private void numberDependencies() {
        int[] targets = Arrays.stream(edges.dependencies().targets())
                .flatMapToInt(Arrays::stream)
                .distinct()
                .toArray();
        for (int number = 0; number < targets.length; number++) {
            place[targets[number]] = number;
        }
    }

    /** What the revisions down the line depend on; shared, never changed, where there is one parent. */
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
