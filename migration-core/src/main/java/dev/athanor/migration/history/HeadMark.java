package dev.athanor.migration.history;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.RevisionsDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells a start that nothing is to be done, without parsing a script or reading the history.
 *
 * <p>The step that brings a database to head writes the mark into its history row: a digest of the build's revisions
 * and of the rows of the version table. While that row is the newest one and the revisions and rows are unchanged, the
 * database is at head. Any row that is recorded later, by any process, invalidates the mark.
 *
 * @param revisions the {@link RevisionsDigest} of the build
 * @param heads the rows of the version table once everything is applied; computed only if the mark does not settle it
 * @since 0.1.0
 */
public record HeadMark(String revisions, Supplier<CurrentHeads> heads) {

    /** Returns the mark of a database at head that has these rows. */
    String of(CurrentHeads rows) {
        List<String> texts = new ArrayList<>(List.of(revisions));
        rows.ids().stream().map(RevisionId::value).forEach(texts::add);
        return RevisionsDigest.of(texts);
    }

    /** Returns whether the state that was read first shows that nothing is to be done. */
    public boolean isIn(MarkedState read) {
        return of(read.state().heads()).equals(read.mark());
    }

    /**
     * Returns whether the checksums of the applied revisions must also be read, because a changed script may be the
     * only problem.
     */
    public boolean needsMoreThan(MarkedState read) {
        return !read.complete() && read.state().heads().equals(heads.get());
    }

    /** Returns how a run marks the step that leads to head. */
    public Marking marking(MarkedState read) {
        return new Marking(Optional.of(this), !read.markable());
    }
}
