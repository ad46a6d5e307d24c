package dev.athanor.migration.graph;

/**
 * Which edges a question about the graph follows.
 *
 * @since 0.1.0
 */
public enum EdgeKind {
    /** Down revisions only: what a revision revises. */
    DOWN_REVISIONS,
    /** Down revisions and dependencies: everything that must be applied first. */
    ALL
}
