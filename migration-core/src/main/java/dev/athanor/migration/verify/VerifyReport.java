package dev.athanor.migration.verify;

import dev.athanor.migration.script.Proof;
import dev.athanor.migration.script.VerifiedRevisions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which downgrades give back the schema.
 *
 * @param revisions those that were asked for, in the order in which an upgrade applies them
 * @param chain all of them in one go; empty where only some were asked for, or some could not be applied
 * @param duration of everything, the throw-away database included
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

    /** How many revisions came out so. */
    public long count(Proof proof) {
        return revisions.stream().filter(one -> one.proof() == proof).count();
    }

    /**
     * Returns what was known before, and what is known now; of revisions in Java nothing, since their checksum is the header's.
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

    /** A line a revision, with what was found below it; totals first. */
    @Override
    public String toString() {
        return VerifyReportText.of(this);
    }
}
