package dev.athanor.migration.verify;

import dev.athanor.migration.script.Proof;
import java.time.Duration;
import java.util.List;

/**
 * Holds the result for all revisions in one go: down as far as possible, and up again.
 *
 * @param proof the result; {@link Proof#IRREVERSIBLE} if a revision on the way down declares that it cannot be taken
 *     back
 * @param way how far the revisions went
 * @param findings the findings about the chain
 * @param duration the duration of both ways
 * @since 0.1.0
 */
public record ChainProof(Proof proof, Way way, List<VerifyFinding> findings, Duration duration) {

    public ChainProof {
        findings = List.copyOf(findings);
    }

    /**
     * Describes how far the revisions went.
     *
     * @param steps how many revisions were to be downgraded
     * @param down how many revisions were downgraded
     * @param end where the way down ended: {@code base}, or the heads there
     * @param up how many revisions were upgraded again
     */
    public record Way(int steps, int down, String end, int up) {

        /** Describes what was done: {@code 5 revisions down to base and up again}. */
        @Override
        public String toString() {
            String revisions = steps == 1 ? " revision" : " revisions";
            if (down < steps) {
                return down + " of " + steps + revisions + " down, ended at " + end;
            }
            String downwards = steps + revisions + " down to " + end;
            return up < steps ? downwards + ", " + up + " of " + steps + " up again" : downwards + " and up again";
        }
    }

    /** Returns how many revisions were to be downgraded. */
    public int steps() {
        return way.steps();
    }

    /** Returns where the way down ended: {@code base}, or the heads there. */
    public String end() {
        return way.end();
    }
}
