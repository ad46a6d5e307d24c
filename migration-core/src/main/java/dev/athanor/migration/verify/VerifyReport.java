package dev.athanor.migration.verify;

import dev.athanor.migration.script.Proof;
import dev.athanor.migration.script.VerifiedRevisions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reports which downgrades restore the schema.
 *
 * @param revisions the requested revisions, in the order in which an upgrade applies them
 * @param chain the result for all revisions in one go; empty if only some were requested or some could not be applied
 * @param duration the duration of everything, including the throw-away database
 * @since 0.1.0
 */
public record VerifyReport(List<RevisionProof> revisions, Optional<ChainProof> chain, Duration duration) {

    public VerifyReport {
        revisions = List.copyOf(revisions);
    }

    /** Returns whether nothing is unproven. */
    public boolean restores() {
        return count(Proof.UNPROVEN) == 0
                && chain.map(ChainProof::proof).filter(Proof.UNPROVEN::equals).isEmpty();
    }

    /** Returns the number of revisions with this result. */
    public long count(Proof proof) {
        return revisions.stream().filter(one -> one.proof() == proof).count();
    }

    /**
     * Returns the earlier results together with these. Results of revisions in Java are left out, because their
     * checksum covers only the header.
     */
    public VerifiedRevisions addedTo(VerifiedRevisions before) {
        VerifiedRevisions known = before;
        for (RevisionProof one : revisions) {
            if (one.script().upgrade().code().isEmpty()) {
                known = known.with(one.script(), one.proof());
            }
        }
        return known;
    }

    /** Returns the totals, and then one line per revision with its findings below it. */
    @Override
    public String toString() {
        return VerifyReportText.of(this);
    }
}
