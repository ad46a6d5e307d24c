package dev.athanor.migration.status;

import dev.athanor.migration.batch.BatchProgress;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.Heads;
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
 * Knows the run in progress in this process, and how the last one ended; asks the database for nothing.
 *
 * @since 0.1.0
 */
public final class RunMonitor implements RunListener {

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

    /** The run as a status shows it, with what its backend was seen doing. */
    RunInProgress inProgress(Snapshot run) {
        return run.inProgress(seen, batch);
    }

    /** Returns whether this is the plan that runs now. */
    boolean isAt(MigrationPlan plan) {
        return current().filter(run -> run.plan() == plan).isPresent();
    }

    /** Told what the run's backend is seen doing. */
    void saw(BackendActivity activity) {
        seen = activity;
    }

    /** The history as it was before the run. */
    List<HistoryEntry> history() {
        return historyBefore;
    }

    Optional<MigrationException> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    /** Returns who holds the migration lock that a run of this process waits for. */
    Optional<LockHolder> waitingFor() {
        return Optional.ofNullable(waitingFor);
    }

    /** Told what is applied before a run, and what the history holds. */
    public void prepare(List<AppliedRevision> applied, List<HistoryEntry> history) {
        appliedBefore = applied;
        historyBefore = history;
    }

    /** Told when a run has succeeded. */
    public void succeeded() {
        lastFailure = null;
        waitingFor = null;
    }

    /** Told when a run has failed. */
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

    /** The next one as a rule; an earlier one where the run begins again. */
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

    /** Told when a run is over in any way, an exception of a listener's included. */
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
