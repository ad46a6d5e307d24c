package dev.athanor.migration.graph;

/**
 * Represents one revision on the way of an upgrade or a downgrade.
 *
 * @param revision the revision that is applied or taken back
 * @param before the rows of the version table before the step
 * @param after the rows of the version table after the step
 * @since 0.1.0
 */
public record GraphStep(RevisionId revision, CurrentHeads before, CurrentHeads after) {}
