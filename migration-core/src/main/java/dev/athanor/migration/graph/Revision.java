package dev.athanor.migration.graph;

import java.util.List;

/**
 * Represents one node of the revision graph.
 *
 * @param id the revision id
 * @param downRevisions the revisions that it revises, as written: none for a base, two or more for a merge point
 * @param dependsOn the full ids or branch labels that must be applied before it, without being its down revisions
 * @param branchLabels the names that stand for it and for the branch that it begins
 * @since 0.1.0
 */
public record Revision(
        RevisionId id, List<RevisionId> downRevisions, List<String> dependsOn, List<String> branchLabels) {

    public Revision {
        downRevisions = List.copyOf(downRevisions);
        dependsOn = List.copyOf(dependsOn);
        branchLabels = List.copyOf(branchLabels);
    }
}
