package dev.athanor.migration;

import dev.athanor.migration.MigrationStatus.AppliedRevision;
import dev.athanor.migration.MigrationStatus.RunInProgress;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.runner.LockHolder;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.Outcome;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.StepReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows the run in progress in this process, and how the last one ended; asks the database for nothing. */
final class RunMonitor implements RunListener {

    /**
     * A run at one moment.
     *
     * @param plan what it does
     * @param heads the heads after what has been committed
     * @param applied what is applied now
     * @param finished how many steps are behind it
     * @param startedAt when it began
     * @param stepStartedAt when the step it is at began
     */
    record Snapshot(
            MigrationPlan plan,
            Heads heads,
            List<AppliedRevision> applied,
            int finished,
            Instant startedAt,
            Instant stepStartedAt) {

        RunInProgress inProgress() {
            int number = Math.min(finished + 1, plan.steps().size());
            return new RunInProgress(
                    plan.command().word(),
                    plan.steps().get(number - 1).describe(),
                    number,
                    plan.steps().size(),
                    startedAt,
                    stepStartedAt);
        }

        List<Step> remaining() {
            return plan.steps().subList(finished, plan.steps().size());
        }
    }

    private volatile @Nullable Snapshot current;
    private volatile @Nullable MigrationException lastFailure;
    private volatile @Nullable LockHolder waitingFor;
    private volatile List<AppliedRevision> appliedBefore = List.of();

    Optional<Snapshot> current() {
        return Optional.ofNullable(current);
    }

    Optional<MigrationException> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    /** Who holds the migration lock that a run of this process waits for. */
    Optional<LockHolder> waitingFor() {
        return Optional.ofNullable(waitingFor);
    }

    /** Told what is applied before a run. */
    void prepare(List<AppliedRevision> applied) {
        appliedBefore = applied;
    }

    void succeeded() {
        lastFailure = null;
        waitingFor = null;
    }

    void failed(MigrationException failure) {
        waitingFor = null;
        lastFailure = failure;
    }

    @Override
    public void waitingForLock(LockHolder holder) {
        waitingFor = holder;
    }

    @Override
    public void runStarted(MigrationPlan plan) {
        waitingFor = null;
        Instant now = Instant.now();
        current = new Snapshot(plan, plan.before(), appliedBefore, 0, now, now);
    }

    @Override
    public void stepStarted(Step step) {
        Snapshot now = current;
        if (now != null) {
            int finished = now.plan().steps().indexOf(step);
            current = new Snapshot(now.plan(), step.before(), now.applied(), finished, now.startedAt(), Instant.now());
        }
    }

    @Override
    public void stepFinished(Step step, StepReport report) {
        Snapshot now = current;
        if (now != null && report.outcome() == Outcome.SUCCESS) {
            current = new Snapshot(
                    now.plan(),
                    step.after(),
                    applied(now.applied(), step, report),
                    now.finished() + 1,
                    now.startedAt(),
                    now.stepStartedAt());
        }
    }

    @Override
    public void runFinished(MigrationReport report) {
        ended();
    }

    /** Told when a run is over in any way, an exception of a listener's included. */
    void ended() {
        current = null;
        waitingFor = null;
    }

    private static List<AppliedRevision> applied(List<AppliedRevision> before, Step step, StepReport report) {
        List<AppliedRevision> result = new ArrayList<>(before);
        result.removeIf(applied -> step.revisions().contains(applied.revision()));
        if (step instanceof Step.Upgrade upgrade) {
            List<RevisionId> revises = upgrade.script().revision().downRevisions();
            result.add(new AppliedRevision(
                    upgrade.script().id(),
                    upgrade.script().subject(),
                    revises,
                    true,
                    report.startedAt(),
                    report.duration(),
                    null,
                    null,
                    report.direction().word()));
        }
        return List.copyOf(result);
    }
}
