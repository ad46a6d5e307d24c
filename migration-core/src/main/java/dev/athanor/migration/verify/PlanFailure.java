package dev.athanor.migration.verify;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.runner.MigrationFailedException;
import dev.athanor.migration.runner.StepReport;
import java.util.List;

/**
 * A run that did not get to its end.
 *
 * @param revision at which it failed
 * @param place file, line and statement; empty where it failed at none
 * @param words what the server or the engine said, in one line
 * @param done how many revisions went through before it
 * @param end where the database is now
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

    /** As a finding of a moment. */
    VerifyFinding during(VerifyPhase phase) {
        return new VerifyFinding.Failed(phase, revision, place, words);
    }
}
