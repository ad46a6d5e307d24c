package dev.athanor.migration.graph;

/**
 * Defines which edges a question about the graph follows.
 *
 * @since 0.1.0
 */
public enum EdgeKind {
    /** Follows down revisions only. */
    DOWN_REVISIONS,
    /** Follows down revisions and dependencies: everything that must be applied first. */
    ALL
}
