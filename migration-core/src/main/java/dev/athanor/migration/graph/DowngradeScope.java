package dev.athanor.migration.graph;

import java.util.List;
import java.util.Optional;

/**
 * Represents the meaning of a downgrade target.
 *
 * @param to the revision that stays; empty for {@code base}
 * @param revisions the revisions to downgrade, newest first
 * @since 0.1.0
 */
public record DowngradeScope(Optional<RevisionId> to, List<RevisionId> revisions) {

    public DowngradeScope {
        revisions = List.copyOf(revisions);
    }
}
