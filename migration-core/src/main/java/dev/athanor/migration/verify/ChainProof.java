package dev.athanor.migration.verify;

import dev.athanor.migration.script.Proof;
import java.time.Duration;
import java.util.List;

/**
 * What came out for all revisions in one go: down as far as they go, and up again.
 *
 * @param proof the outcome; {@link Proof#IRREVERSIBLE} where a revision on the way down says that it has no way back
 * @param steps how many downgrades there were
 * @param end where the way down ended: {@code base}, or the heads there
 * @param findings what speaks against it
 * @param duration of both ways
 */
public record ChainProof(Proof proof, int steps, String end, List<Finding> findings, Duration duration) {

    public ChainProof {
        findings = List.copyOf(findings);
    }
}
