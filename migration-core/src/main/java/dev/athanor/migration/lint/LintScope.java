package dev.athanor.migration.lint;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.Target;
import java.util.List;
import java.util.Set;

/**
 * Selects the revisions to look at.
 *
 * @since 0.1.0
 */
public sealed interface LintScope {

    /** Selects the revisions that the target database has not applied. */
    record Pending() implements LintScope {}

    /**
     * Selects the revisions above a revision, which itself is not looked at.
     *
     * @param revision the revision, or {@code base} for all revisions
     */
    record Since(Target revision) implements LintScope {}

    /** Selects all revisions, as an empty database gets them. */
    record All() implements LintScope {}

    /**
     * Selects the revisions of files.
     *
     * @param files file names, or ends of paths as {@code db/revisions/x.sql}
     */
    record Files(List<String> files) implements LintScope {
        public Files {
            files = List.copyOf(files);
        }
    }

    /**
     * Selects given revisions.
     *
     * @param revisions the revisions
     */
    record Revisions(Set<RevisionId> revisions) implements LintScope {
        public Revisions {
            revisions = Set.copyOf(revisions);
        }
    }
}
