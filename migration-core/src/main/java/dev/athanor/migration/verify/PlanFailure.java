package dev.athanor.migration.verify;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.runner.MigrationFailedException;
import dev.athanor.migration.runner.StepReport;
import java.util.List;

/**
 * Describes a run that failed.
 *
 * @param revision the revision that failed
 * @param place the file, line and statement, or an empty string if no single place failed
 * @param words the message of the server or the engine, in one line
 * @param done how many revisions succeeded before
 * @param end the heads of the database now
 */
record PlanFailure(RevisionId revision, String place, String words, int done, CurrentHeads end) {

    static PlanFailure of(MigrationFailedException failed) {
        List<StepReport> steps = failed.report().steps();
        StepReport last = steps.get(steps.size() - 1);
        long done =
                steps.stream().filter(step -> step.outcome() == Outcome.SUCCESS).count();
        return new PlanFailure(
                last.revisions().get(0),
                failed.place(),
                String.valueOf(last.error()).strip().replaceAll("\\s*\\R\\s*", "; "),
                (int) done,
                failed.report().after());
    }

    /** Returns the failure as a finding of a phase. */
    VerifyFinding during(VerifyPhase phase) {
        return new VerifyFinding.Failed(phase, revision, place, words);
    }
}
