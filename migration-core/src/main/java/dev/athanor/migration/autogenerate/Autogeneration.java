package dev.athanor.migration.autogenerate;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.source.JavaSources;
import dev.athanor.migration.source.NewRevisions;
import dev.athanor.migration.source.RevisionRequest;
import dev.athanor.migration.source.WrittenRevision;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the revisions that were generated and proven.
 *
 * @param report what differs
 * @param revisions what makes up for it: none, one, or a second one for what runs outside of a transaction
 * @param decisions what is in none of them, since a person decides on it
 * @since 0.1.0
 */
public record Autogeneration(ComparisonReport report, List<GeneratedRevision> revisions, List<OpenDecision> decisions) {

    public Autogeneration {
        revisions = List.copyOf(revisions);
        decisions = List.copyOf(decisions);
    }

    /** Returns whether there are no differences, so that there is nothing to write. */
    public boolean isEmpty() {
        return revisions.isEmpty() && decisions.isEmpty();
    }

    /** Returns the same with a draft behind the others for what a person decides on, in place of comments in them. */
    public Autogeneration withDraft() {
        if (decisions.isEmpty()) {
            return this;
        }
        List<GeneratedRevision> all = new ArrayList<>(revisions);
        all.add(GeneratedRevision.draft(decisions));
        return new Autogeneration(report, all, decisions);
    }

    /** Returns the revisions as they are written: comments say what is to decide, unless a draft does. */
    private List<GeneratedRevision> written() {
        if (decisions.isEmpty()
                || revisions.stream().anyMatch(revision -> revision.draft().isPresent())) {
            return revisions;
        }
        List<GeneratedRevision> all = new ArrayList<>(revisions);
        if (all.isEmpty() || all.get(0).transaction() == TransactionMode.NONE) {
            all.add(0, GeneratedRevision.EMPTY);
        }
        all.set(0, all.get(0).withComments(decisions));
        return all;
    }

    /**
     * Writes the revisions in SQL: all of them, or none.
     *
     * @param directory all existing revisions
     * @param request the place and the message of the first revision
     * @throws dev.athanor.migration.error.MigrationException if a revision cannot be written
     */
    public List<WrittenRevision> write(NewRevisions files, ScriptDirectory directory, RevisionRequest request) {
        return new RevisionFiles(directory, request)
                .write(written(), (known, asked, revision) -> files.create(known, asked));
    }

    /**
     * Writes the revisions in Java: all of them, or none.
     *
     * @param directory all existing revisions
     * @param request the place and the message of the first revision
     * @throws dev.athanor.migration.error.MigrationException if a revision cannot be written
     */
    public List<WrittenRevision> write(
            NewRevisions files, ScriptDirectory directory, RevisionRequest request, JavaSources sources) {
        return new RevisionFiles(directory, request)
                .write(written(), (known, asked, revision) -> files.create(known, asked, sources, revision.methods()));
    }
}

/**
 * Writes generated revisions, each on top of the previous one. If one cannot be written, the others are deleted again.
 */
record RevisionFiles(ScriptDirectory directory, RevisionRequest request) {

    /** Writes one revision. */
    interface Writer {

        WrittenRevision write(ScriptDirectory known, RevisionRequest asked, GeneratedRevision revision);
    }

    List<WrittenRevision> write(List<GeneratedRevision> revisions, Writer writer) {
        List<WrittenRevision> written = new ArrayList<>();
        try {
            for (GeneratedRevision revision : revisions) {
                RevisionRequest asked = next(written, revision)
                        .holding(revision.upgrade(), revision.downgrade(), revision.transaction())
                        .draft(revision.draft());
                written.add(writer.write(known(written), asked, revision));
            }
            return written;
        } catch (MigrationException e) {
            written.forEach(RevisionFiles::takeBack);
            throw e;
        }
    }

    private RevisionRequest next(List<WrittenRevision> written, GeneratedRevision revision) {
        if (written.isEmpty()) {
            return request;
        }
        String suffix = revision.draft().isPresent() ? ", to decide" : ", concurrently";
        String message =
                request.message().lines().findFirst().map(line -> line + suffix).orElse("");
        return request.followUp(
                message, written.get(written.size() - 1).script().id());
    }

    private ScriptDirectory known(List<WrittenRevision> written) {
        List<RevisionScript> all = new ArrayList<>(directory.scripts());
        written.forEach(one -> all.add(one.script()));
        return ScriptDirectory.of(all);
    }

    private static void takeBack(WrittenRevision written) {
        try {
            Files.deleteIfExists(written.path());
        } catch (IOException e) {
            throw new ComparisonException(
                    "Revision " + written.script().id() + " was written without the one that follows it, and cannot be"
                            + " taken back: " + e + ".",
                    "Delete " + written.path() + ".",
                    e);
        }
    }
}
