package dev.athanor.migration.graph;

import java.util.List;
import java.util.Optional;

/**
 * What a downgrade target means.
 *
 * @param to the revision that stays; empty for {@code base}
 * @param revisions what comes down, newest first
 * @since 0.1.0
 */
public record DowngradeScope(Optional<RevisionId> to, List<RevisionId> revisions) {

    public DowngradeScope {
        revisions = List.copyOf(revisions);
    }
}
