package dev.athanor.migration.autogenerate;

import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.source.JavaSources;
import dev.athanor.migration.source.NewRevisions;
import dev.athanor.migration.source.RevisionRequest;
import dev.athanor.migration.source.WrittenRevision;
import java.util.List;

/**
 * What was generated, and proven.
 *
 * @param report what differs
 * @param revisions what makes up for it: none, one, or a second one for what runs outside of a transaction
 */
public record Autogeneration(ComparisonReport report, List<GeneratedRevision> revisions) {

    public Autogeneration {
        revisions = List.copyOf(revisions);
    }

    /** Whether nothing differs: there is nothing to write. */
    public boolean isEmpty() {
        return revisions.isEmpty();
    }

    /**
     * Writes the revisions in SQL: all of them, or none.
     *
     * @param directory all the revisions that there are
     * @param request where the first one goes, and its message
     * @throws dev.athanor.migration.error.MigrationException where it would not fit
     */
    public List<WrittenRevision> write(NewRevisions files, ScriptDirectory directory, RevisionRequest request) {
        return new RevisionFiles(directory, request)
                .write(revisions, (known, asked, revision) -> files.create(known, asked));
    }

    /**
     * Writes the revisions in Java: all of them, or none.
     *
     * @param directory all the revisions that there are
     * @param request where the first one goes, and its message
     * @throws dev.athanor.migration.error.MigrationException where it would not fit
     */
    public List<WrittenRevision> write(
            NewRevisions files, ScriptDirectory directory, RevisionRequest request, JavaSources sources) {
        return new RevisionFiles(directory, request)
                .write(revisions, (known, asked, revision) -> files.create(known, asked, sources, revision.methods()));
    }
}
