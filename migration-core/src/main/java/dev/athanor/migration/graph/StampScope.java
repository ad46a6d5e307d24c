package dev.athanor.migration.graph;

import java.util.List;

/**
 * Represents the meaning of stamp targets.
 *
 * @param revisions the revisions named, in load order; none for {@code base}
 * @param after the resulting rows: the named revisions, and the rows that are on no line with them
 * @since 0.1.0
 */
public record StampScope(List<RevisionId> revisions, CurrentHeads after) {

    public StampScope {
        revisions = List.copyOf(revisions);
    }
}
