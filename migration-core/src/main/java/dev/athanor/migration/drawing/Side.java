package dev.athanor.migration.drawing;

/** Defines on which side of a revision an edge leaves it. */
enum Side {
    LEFT(-1),
    RIGHT(1);

    private final int step;

    Side(int step) {
        this.step = step;
    }

    /** Returns the step to the next character or column on this side. */
    int step() {
        return step;
    }

    boolean has(LaneEdge edge) {
        return Integer.signum(edge.to() - edge.from()) == step;
    }
}
