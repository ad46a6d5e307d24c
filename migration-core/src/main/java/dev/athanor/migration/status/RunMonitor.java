package dev.athanor.migration.status;

import dev.athanor.migration.batch.BatchProgress;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.HistoryEntry;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.lock.BackendActivity;
import dev.athanor.migration.lock.LockHolder;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.StepReport;
import dev.athanor.migration.status.MigrationStatus.AppliedRevision;
import dev.athanor.migration.status.MigrationStatus.RunInProgress;
import dev.athanor.migration.status.MigrationStatus.StatementActivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tracks the run in progress in this process and the outcome of the last one, without querying the database.
 *
 * @since 0.1.0
 */
public final class RunMonitor implements RunListener {

    /**
     * Represents a run at one moment.
     *
     * @param plan the plan of the run
     * @param heads the heads after the committed steps
     * @param applied the applied revisions
     * @param finished how many steps are finished
     * @param startedAt when the run began
     * @param stepStartedAt when the current step began
     */
    record Snapshot(
            MigrationPlan plan,
            CurrentHeads heads,
            List<AppliedRevision> applied,
            int finished,
            Instant startedAt,
            Instant stepStartedAt) {

        RunInProgress inProgress(@Nullable BackendActivity seen, @Nullable BatchProgress batch) {
            Step step = step();
            return new RunInProgress(
                    plan.command(),
                    step.describe(),
                    step.revisions(),
                    number(),
                    plan.steps().size(),
                    startedAt,
                    stepStartedAt,
                    Optional.ofNullable(seen).map(activity -> StatementActivity.of(step, activity)),
                    Optional.ofNullable(batch));
        }

        private int number() {
            return Math.min(finished + 1, plan.steps().size());
        }

        private Step step() {
            return plan.steps().get(number() - 1);
        }

        List<Step> remaining() {
            return plan.steps().subList(finished, plan.steps().size());
        }
    }

    private volatile @Nullable Snapshot current;
    private volatile @Nullable MigrationException lastFailure;
    private volatile @Nullable LockHolder waitingFor;
    private volatile @Nullable BackendActivity seen;
    private volatile @Nullable BatchProgress batch;
    private volatile List<AppliedRevision> appliedBefore = List.of();
    private volatile List<HistoryEntry> historyBefore = List.of();

    /** Creates a monitor that has seen no run. */
    public RunMonitor() {}

    Optional<Snapshot> current() {
        return Optional.ofNullable(current);
    }

    /** Returns the run as a status shows it, with what its backend was seen doing. */
    RunInProgress inProgress(Snapshot run) {
        return run.inProgress(seen, batch);
    }

    /** Returns whether this plan is running now. */
    boolean isAt(MigrationPlan plan) {
        return current().filter(run -> run.plan() == plan).isPresent();
    }

    /** Records what the backend of the run was seen doing. */
    void saw(BackendActivity activity) {
        seen = activity;
    }

    /** Returns the history as it was before the run. */
    List<HistoryEntry> history() {
        return historyBefore;
    }

    Optional<MigrationException> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    /** Returns the session that holds the migration lock for which a run of this process waits. */
    Optional<LockHolder> waitingFor() {
        return Optional.ofNullable(waitingFor);
    }

    /** Records the applied revisions and the history before a run. */
    public void prepare(List<AppliedRevision> applied, List<HistoryEntry> history) {
        appliedBefore = applied;
        historyBefore = history;
    }

    /** Records that a run has succeeded. */
    public void succeeded() {
        lastFailure = null;
        waitingFor = null;
    }

    /** Records that a run has failed. */
    public void failed(MigrationException failure) {
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
        seen = null;
        batch = null;
        Snapshot now = current;
        if (now != null) {
            current = new Snapshot(
                    now.plan(), step.before(), now.applied(), number(now, step), now.startedAt(), Instant.now());
        }
    }

    /** Returns the index of the step: usually the next one, or an earlier one if the run begins again. */
    private static int number(Snapshot now, Step step) {
        List<Step> steps = now.plan().steps();
        return now.finished() < steps.size() && steps.get(now.finished()) == step
                ? now.finished()
                : steps.indexOf(step);
    }

    @Override
    public void batchFinished(Step step, BatchProgress progress) {
        batch = progress;
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

    /** Records that a run is over, whether it succeeded or failed, for example through an exception of a listener. */
    public void ended() {
        current = null;
        waitingFor = null;
        seen = null;
        batch = null;
    }

    private static List<AppliedRevision> applied(List<AppliedRevision> before, Step step, StepReport report) {
        List<AppliedRevision> result = new ArrayList<>(before);
        List<RevisionId> revisions = step.revisions();
        result.removeIf(applied -> revisions.contains(applied.revision()));
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
                    report.direction()));
        }
        return List.copyOf(result);
    }
}
