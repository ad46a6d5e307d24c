package dev.athanor.migration.fix;

import dev.athanor.migration.graph.RevisionId;
import java.util.List;

/**
 * Reports which revisions have safer forms.
 *
 * @param fixes the safer forms, in the order of the revisions
 * @param unfixed the revisions with findings that stay as they are
 * @since 0.1.0
 */
public record FixReport(List<Fix> fixes, List<Unfixed> unfixed) {

    public FixReport {
        fixes = List.copyOf(fixes);
        unfixed = List.copyOf(unfixed);
    }

    /**
     * Represents a revision that stays as it is.
     *
     * @param revision the revision
     * @param problem why there is no safer form
     * @param action what to do by hand
     */
    public record Unfixed(RevisionId revision, String problem, String action) {}
}
