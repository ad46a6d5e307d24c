package dev.athanor.migration.verify;

import dev.athanor.migration.script.Proof;
import java.time.Duration;
import java.util.List;

/**
 * The outcome for all revisions in one go: down as far as they go, and up again.
 *
 * @param proof the outcome; {@link Proof#IRREVERSIBLE} where a revision on the way down says that it has no way back
 * @param way how far it went
 * @param findings what speaks against it
 * @param duration of both ways
 * @since 0.1.0
 */
public record ChainProof(Proof proof, Way way, List<VerifyFinding> findings, Duration duration) {

    public ChainProof {
        findings = List.copyOf(findings);
    }

    /**
     * How far the revisions went.
     *
     * @param steps how many there were to take down
     * @param down how many went down
     * @param end where the way down ended: {@code base}, or the heads there
     * @param up how many of those went up again
     */
    public record Way(int steps, int down, String end, int up) {

        /** Says what was done: {@code 5 revisions down to base and up again}. */
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

    /** How many revisions there were to take down. */
    public int steps() {
        return way.steps();
    }

    /** Where the way down ended: {@code base}, or the heads there. */
    public String end() {
        return way.end();
    }
}
