package dev.athanor.migration.verify;

import dev.athanor.migration.script.Proof;
import dev.athanor.migration.script.RevisionScript;
import java.time.Duration;
import java.util.List;

/**
 * The outcome for one revision.
 *
 * @param script the revision
 * @param proof the outcome
 * @param effect what it changes
 * @param findings what speaks against it, in the order in which it was found; lesser ones do not
 * @param duration of all that was tried
 * @since 0.1.0
 */
public record RevisionProof(
        RevisionScript script, Proof proof, RevisionEffect effect, List<VerifyFinding> findings, Duration duration) {

    public RevisionProof {
        findings = List.copyOf(findings);
    }

    /** The line of the report and those below it. */
    @Override
    public String toString() {
        return VerifyReportText.of(this);
    }
}
