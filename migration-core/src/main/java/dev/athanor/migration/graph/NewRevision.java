package dev.athanor.migration.graph;

import java.util.List;

/**
 * What the header of a new revision file says of its place.
 *
 * @param downRevisions {@code Revises}: none for a new base, two or more for a merge point
 * @param dependsOn {@code Depends On}: full ids, and branch labels as they were given
 * @since 0.1.0
 */
public record NewRevision(List<RevisionId> downRevisions, List<String> dependsOn) {

    /** Whether a new revision may begin a branch on a revision that is not a head. */
    public enum Splice {
        /** It may not. */
        REFUSED,
        /** It may. */
        ALLOWED
    }

    public NewRevision {
        downRevisions = List.copyOf(downRevisions);
        dependsOn = List.copyOf(dependsOn);
    }
}
