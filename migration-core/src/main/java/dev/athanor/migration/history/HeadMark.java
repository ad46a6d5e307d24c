package dev.athanor.migration.history;

import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.RevisionsDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a start knows that there is nothing to do, without parsing a script or reading the history.
 *
 * <p>The step that brings a database to head writes the mark into its history row: a digest of the build's revisions and
 * of the version table's rows. While that row is the newest one, and revisions and rows are what they were, so is the
 * answer. Whatever is recorded later, by whomever, ends it.
 *
 * @param revisions {@link RevisionsDigest} of the build
 * @param heads the version table's rows once everything is applied; asked for only where the mark does not say it
 * @since 0.1.0
 */
public record HeadMark(String revisions, Supplier<Heads> heads) {

    /** The mark of a database at head that has these rows. */
    String of(Heads rows) {
        List<String> texts = new ArrayList<>(List.of(revisions));
        rows.ids().stream().map(RevisionId::value).forEach(texts::add);
        return RevisionsDigest.of(texts);
    }

    /** Tells whether what was read first says that there is nothing to do. */
    public boolean isIn(MarkedState read) {
        return of(read.state().heads()).equals(read.mark());
    }

    /** Tells whether the checksums of what is applied are needed too, since there may be nothing else to find wrong. */
    public boolean needsMoreThan(MarkedState read) {
        return !read.complete() && read.state().heads().equals(heads.get());
    }

    /** Returns how a run marks the step that leads to head. */
    public Marking marking(MarkedState read) {
        return new Marking(Optional.of(this), !read.markable());
    }
}
