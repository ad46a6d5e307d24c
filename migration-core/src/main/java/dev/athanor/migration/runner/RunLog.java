package dev.athanor.migration.runner;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Collects what a run has done so far. */
final class RunLog {

    private final UUID runId;
    private final MigrationPlan plan;
    private final Instant startedAt = Instant.now();
    private final long begun = System.nanoTime();
    private final List<StepReport> reports = new ArrayList<>();
    private CurrentHeads heads;

    RunLog(UUID runId, MigrationPlan plan) {
        this.runId = runId;
        this.plan = plan;
        this.heads = plan.before();
    }

    void add(Step step, StepReport report) {
        reports.add(report);
        if (report.outcome() == Outcome.SUCCESS) {
            heads = step.after();
        }
    }

    /** Discards all reports, because the run begins again. */
    void clear() {
        reports.clear();
        heads = plan.before();
    }

    void rollBack() {
        reports.replaceAll(report -> report.outcome() == Outcome.SUCCESS ? report.rolledBack() : report);
        heads = plan.before();
    }

    /** Returns the rows of the version table when the run began. */
    CurrentHeads before() {
        return plan.before();
    }

    /** Returns whether the outcome of the latest step is unknown. */
    boolean endsUnknown() {
        return !reports.isEmpty() && reports.get(reports.size() - 1).outcome() == Outcome.UNKNOWN;
    }

    /** Returns the duration of the latest step. */
    Duration lastDuration() {
        return reports.isEmpty() ? elapsed() : reports.get(reports.size() - 1).duration();
    }

    /**
     * Returns the report. Its duration is the sum of the durations of the steps, which is what the history shows for
     * the run.
     */
    MigrationReport report(Outcome outcome) {
        Duration steps = reports.stream().map(StepReport::duration).reduce(Duration.ZERO, Duration::plus);
        return new MigrationReport(runId, plan, plan.before(), heads, reports, startedAt, steps, outcome, false);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
