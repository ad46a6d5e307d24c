package dev.athanor.migration.graph;

import java.util.List;

/** The revisions and their edges. */
public final class RevisionGraph {

    private RevisionGraph() {}

    /** Assembles a graph. */
    public static RevisionGraph of(List<Revision> inLoadOrder) {
        throw new UnsupportedOperationException(inLoadOrder.toString());
    }
}
