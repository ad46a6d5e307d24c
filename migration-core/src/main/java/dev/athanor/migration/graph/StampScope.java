package dev.athanor.migration.graph;

import java.util.List;

/**
 * What stamp targets mean.
 *
 * @param revisions what was named, in load order; none for {@code base}
 * @param after the rows that result: what was named, and the rows on no line of it
 * @since 0.1.0
 */
public record StampScope(List<RevisionId> revisions, Heads after) {

    public StampScope {
        revisions = List.copyOf(revisions);
    }
}
