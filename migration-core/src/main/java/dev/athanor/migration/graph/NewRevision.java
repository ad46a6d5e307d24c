package dev.athanor.migration.graph;

import java.util.List;

/**
 * Describes the place of a new revision in the graph, as its file header declares it.
 *
 * @param downRevisions the {@code Revises} entries: none for a new base, two or more for a merge point
 * @param dependsOn the {@code Depends On} entries: full ids, and branch labels as they were given
 * @since 0.1.0
 */
public record NewRevision(List<RevisionId> downRevisions, List<String> dependsOn) {

    /** Defines whether a new revision may begin a branch on a revision that is not a head. */
    public enum Splice {
        /** Refuses it. */
        REFUSED,
        /** Allows it. */
        ALLOWED
    }

    public NewRevision {
        downRevisions = List.copyOf(downRevisions);
        dependsOn = List.copyOf(dependsOn);
    }
}
