package dev.athanor.migration.verify;

import dev.athanor.migration.script.Proof;
import dev.athanor.migration.script.RevisionScript;
import java.time.Duration;
import java.util.List;

/**
 * Holds the result for one revision.
 *
 * @param script the revision
 * @param proof the result
 * @param effect what the revision changes
 * @param findings the findings, in the order in which they were found; lesser ones do not affect the result
 * @param duration the duration of everything that was tried
 * @since 0.1.0
 */
public record RevisionProof(
        RevisionScript script, Proof proof, RevisionEffect effect, List<VerifyFinding> findings, Duration duration) {

    public RevisionProof {
        findings = List.copyOf(findings);
    }

    /** Returns the line of the report and the lines below it. */
    @Override
    public String toString() {
        return VerifyReportText.of(this);
    }
}
