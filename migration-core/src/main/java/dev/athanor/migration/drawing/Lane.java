package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.RevisionId;

/**
 * A line on its way down, straight, to the one revision where it ends.
 *
 * @param column where it runs, 0 at the left
 * @param target where it ends
 * @param link a dependency as long as only dependencies have joined it
 */
public record Lane(int column, RevisionId target, Link link) {}
