package dev.athanor.migration.drawing;

/** Why one revision needs another, stronger reason first. */
public enum Link {
    /** As a down revision. */
    REVISES,
    /** As a dependency only. */
    DEPENDS_ON;

    /** What a line is that both run along: a down revision wherever there is one. */
    Link and(Link other) {
        return this == REVISES ? this : other;
    }
}
