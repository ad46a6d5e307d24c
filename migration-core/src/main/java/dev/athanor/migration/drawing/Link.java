package dev.athanor.migration.drawing;

/** Defines why one revision needs another, with the stronger reason first. */
public enum Link {
    /** Connects a revision to its down revision. */
    REVISES,
    /** Connects a revision to one that is only a dependency. */
    DEPENDS_ON;

    /** Returns the kind of a line that both links share: a down revision if either link is one. */
    Link and(Link other) {
        return this == REVISES ? this : other;
    }
}
