package dev.athanor.migration.drawing;

/** On which side of a revision an edge leaves it. */
enum Side {
    LEFT(-1),
    RIGHT(1);

    private final int step;

    Side(int step) {
        this.step = step;
    }

    /** The next character or column on this side. */
    int step() {
        return step;
    }

    boolean has(LaneEdge edge) {
        return Integer.signum(edge.to() - edge.from()) == step;
    }
}
