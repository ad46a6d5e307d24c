package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.RevisionId;

/**
 * Represents a straight line down to the revision where it ends.
 *
 * @param column the column of the lane, 0 at the left
 * @param target the revision where the lane ends
 * @param link the kind of the lane; a dependency as long as only dependencies have joined it
 */
public record Lane(int column, RevisionId target, Link link) {}
